package org.portcullis.orderform;

import org.portcullis.packaged.OnH2;

@OnH2
class DraftNumbersResourceIT extends DraftNumbersResourceTest {
}
