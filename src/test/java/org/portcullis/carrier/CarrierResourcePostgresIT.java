package org.portcullis.carrier;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class CarrierResourcePostgresIT extends CarrierResourceTest {
}
