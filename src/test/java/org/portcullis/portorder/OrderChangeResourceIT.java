package org.portcullis.portorder;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OrderChangeResourceIT extends OrderChangeResourceTest {
}
