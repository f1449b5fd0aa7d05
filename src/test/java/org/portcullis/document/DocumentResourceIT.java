package org.portcullis.document;

import org.portcullis.packaged.OnH2;

@OnH2
class DocumentResourceIT extends DocumentResourceTest {
}
