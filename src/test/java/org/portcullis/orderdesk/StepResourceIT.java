package org.portcullis.orderdesk;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StepResourceIT extends StepResourceTest {
}
