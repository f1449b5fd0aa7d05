package org.portcullis.document;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class DocumentResourcePostgresIT extends DocumentResourceTest {
}
