package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentSignInTest {

    private static final Instant AT = Instant.parse("2026-06-02T14:30:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void lastsFiveMinutes() {
        assertTrue(RecentSignIn.isRecent(AT, AT, FIVE));
        assertTrue(RecentSignIn.isRecent(AT, AT.plus(FIVE).minusNanos(1_000), FIVE));
        assertFalse(RecentSignIn.isRecent(AT, AT.plus(FIVE), FIVE));
        assertFalse(RecentSignIn.isRecent(null, AT, FIVE));
    }
}
