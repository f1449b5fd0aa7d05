package org.portcullis.trail;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class TrailResourcePostgresIT extends TrailResourceTest {
}
