package org.portcullis.orderdesk;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class StepResourcePostgresIT extends StepResourceTest {
}
