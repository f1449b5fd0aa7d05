package org.portcullis.desk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class MailResourcePostgresIT extends MailResourceTest {
}
