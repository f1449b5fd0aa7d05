package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.PortalTest;

@QuarkusTest
class SetUpLinkTest extends PortalTest {

    private static final Instant MADE = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LAST = MADE.plus(SetUpLink.VALIDITY).minusMillis(1);

    @Test
    @TestTransaction
    void endsAfterADay() {
        SetUpLink.make("digest", MADE);
        assertTrue(SetUpLink.exists("digest", LAST));
        assertFalse(SetUpLink.exists("digest", MADE.plus(SetUpLink.VALIDITY)));
        assertFalse(SetUpLink.use("digest", MADE.plus(SetUpLink.VALIDITY)));
        assertTrue(SetUpLink.use("digest", LAST));
    }

    @Test
    @TestTransaction
    void isUsedOnceAndEndsTheOthers() {
        SetUpLink.make("one", MADE);
        SetUpLink.make("other", MADE);
        assertTrue(SetUpLink.use("one", LAST));
        assertFalse(SetUpLink.use("one", LAST));
        assertFalse(SetUpLink.exists("other", LAST));
    }
}
