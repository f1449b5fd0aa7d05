package org.portcullis.lock;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class LockResourcePostgresIT extends LockResourceTest {
}
