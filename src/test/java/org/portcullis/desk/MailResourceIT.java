package org.portcullis.desk;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MailResourceIT extends MailResourceTest {
}
