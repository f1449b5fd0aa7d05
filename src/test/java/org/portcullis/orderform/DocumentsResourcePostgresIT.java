package org.portcullis.orderform;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class DocumentsResourcePostgresIT extends DocumentsResourceTest {
}
