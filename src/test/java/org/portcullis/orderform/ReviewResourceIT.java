package org.portcullis.orderform;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReviewResourceIT extends ReviewResourceTest {
}
