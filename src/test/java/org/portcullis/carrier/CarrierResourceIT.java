package org.portcullis.carrier;

import org.portcullis.packaged.OnH2;

@OnH2
class CarrierResourceIT extends CarrierResourceTest {
}
