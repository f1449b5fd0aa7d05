package org.portcullis.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What every test of pages stands on: a database and a mail server that the test reaches too. */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMailServer.class, scope = TestResourceScope.GLOBAL)
public abstract class PortalTest {
}
