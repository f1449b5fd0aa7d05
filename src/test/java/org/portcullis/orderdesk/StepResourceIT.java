package org.portcullis.orderdesk;

import org.portcullis.packaged.OnH2;

@OnH2
class StepResourceIT extends StepResourceTest {
}
