package org.portcullis.portout;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class PortOutRequestResourcePostgresIT extends PortOutRequestResourceTest {
}
