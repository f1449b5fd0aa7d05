package org.portcullis.portoutpin;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class HelpResourcePostgresIT extends HelpResourceTest {
}
