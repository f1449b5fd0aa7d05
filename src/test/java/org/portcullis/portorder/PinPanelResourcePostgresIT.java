package org.portcullis.portorder;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class PinPanelResourcePostgresIT extends PinPanelResourceTest {
}
