package org.portcullis.portoutdesk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class EntryResourcePostgresIT extends EntryResourceTest {
}
