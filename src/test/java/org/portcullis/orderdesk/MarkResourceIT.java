package org.portcullis.orderdesk;

import org.portcullis.packaged.OnH2;

@OnH2
class MarkResourceIT extends MarkResourceTest {
}
