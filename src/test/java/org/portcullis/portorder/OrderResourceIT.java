package org.portcullis.portorder;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OrderResourceIT extends OrderResourceTest {
}
