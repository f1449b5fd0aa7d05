package org.portcullis.orderform;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class DraftNumbersResourcePostgresIT extends DraftNumbersResourceTest {
}
