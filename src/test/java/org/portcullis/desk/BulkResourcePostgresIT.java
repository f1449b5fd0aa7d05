package org.portcullis.desk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class BulkResourcePostgresIT extends BulkResourceTest {
}
