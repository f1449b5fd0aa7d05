package org.portcullis.certificate;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CertificateResourceIT extends CertificateResourceTest {
}
