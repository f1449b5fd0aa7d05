package org.portcullis.desk;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class BulkResourceIT extends BulkResourceTest {
}
