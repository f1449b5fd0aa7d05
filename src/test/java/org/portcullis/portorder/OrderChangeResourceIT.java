package org.portcullis.portorder;

import org.portcullis.packaged.OnH2;

@OnH2
class OrderChangeResourceIT extends OrderChangeResourceTest {
}
