package org.portcullis.portoutdesk;

import org.portcullis.packaged.OnH2;

@OnH2
class DeskRequestResourceIT extends DeskRequestResourceTest {
}
