package org.portcullis.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/**
 * The base of tests of pages: a database and a mail server that the test can access, too. Most tests run against the
 * packaged portal, on H2 alone or on both databases.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMailServer.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TelnyxAccount.class, scope = TestResourceScope.GLOBAL)
public abstract class PortalTest {
}
