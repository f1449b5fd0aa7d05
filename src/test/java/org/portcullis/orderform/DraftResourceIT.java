package org.portcullis.orderform;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DraftResourceIT extends DraftResourceTest {
}
