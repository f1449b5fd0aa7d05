package org.portcullis.api;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class PortOutRequestResourcePostgresIT extends PortOutRequestResourceTest {
}
