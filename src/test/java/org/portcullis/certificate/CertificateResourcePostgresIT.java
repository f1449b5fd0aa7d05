package org.portcullis.certificate;

import org.portcullis.packaged.OnPostgres;

@OnPostgres
class CertificateResourcePostgresIT extends CertificateResourceTest {
}
