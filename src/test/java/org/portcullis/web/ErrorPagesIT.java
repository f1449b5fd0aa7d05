package org.portcullis.web;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ErrorPagesIT extends ErrorPagesTest {
}
