package org.portcullis.portoutdesk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class DeskRequestResourcePostgresIT extends DeskRequestResourceTest {
}
