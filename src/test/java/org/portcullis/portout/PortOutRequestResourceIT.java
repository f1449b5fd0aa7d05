package org.portcullis.portout;

import org.portcullis.packaged.OnH2;

@OnH2
class PortOutRequestResourceIT extends PortOutRequestResourceTest {
}
