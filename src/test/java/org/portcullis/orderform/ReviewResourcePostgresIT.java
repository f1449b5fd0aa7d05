package org.portcullis.orderform;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class ReviewResourcePostgresIT extends ReviewResourceTest {
}
