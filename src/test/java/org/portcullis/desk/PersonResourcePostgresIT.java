package org.portcullis.desk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class PersonResourcePostgresIT extends PersonResourceTest {
}
