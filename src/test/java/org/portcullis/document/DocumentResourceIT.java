package org.portcullis.document;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DocumentResourceIT extends DocumentResourceTest {
}
