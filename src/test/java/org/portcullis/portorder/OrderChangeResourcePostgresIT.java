package org.portcullis.portorder;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class OrderChangeResourcePostgresIT extends OrderChangeResourceTest {
}
