package org.portcullis.portoutpin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HelpResourceIT extends HelpResourceTest {
}
