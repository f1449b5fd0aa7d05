package org.portcullis.orderform;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class CorrectionResourcePostgresIT extends CorrectionResourceTest {
}
