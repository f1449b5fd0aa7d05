package org.portcullis.account;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignInResourceIT extends SignInResourceTest {
}
