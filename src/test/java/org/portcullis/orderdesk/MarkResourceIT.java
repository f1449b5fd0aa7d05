package org.portcullis.orderdesk;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MarkResourceIT extends MarkResourceTest {
}
