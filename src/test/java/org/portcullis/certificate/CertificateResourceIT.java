package org.portcullis.certificate;

import org.portcullis.packaged.OnH2;

@OnH2
class CertificateResourceIT extends CertificateResourceTest {
}
