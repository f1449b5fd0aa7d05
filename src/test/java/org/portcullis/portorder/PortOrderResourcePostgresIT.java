package org.portcullis.portorder;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class PortOrderResourcePostgresIT extends PortOrderResourceTest {
}
