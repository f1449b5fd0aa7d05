package org.portcullis.orderform;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class LetterResourceIT extends LetterResourceTest {
}
