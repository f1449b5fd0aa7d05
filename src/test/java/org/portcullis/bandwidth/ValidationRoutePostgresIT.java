package org.portcullis.bandwidth;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class ValidationRoutePostgresIT extends ValidationRouteTest {
}
