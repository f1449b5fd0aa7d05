package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LastKnownTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final LastKnown lastKnown = new LastKnown(Clock.systemUTC());

    private static KnownCredential secret(boolean revoked) {
        return new KnownCredential(UUID.randomUUID(), null, "test", "none", null, revoked, null,
                CredentialConditions.FREE);
    }

    @Test
    void remembersForTenMinutes() {
        var secret = secret(false);
        lastKnown.heard("api-1", Optional.of(secret), NOW);
        assertEquals(Optional.of(secret), lastKnown.recall("api-1", NOW.plus(Duration.ofSeconds(599))));
        assertEquals(Optional.empty(), lastKnown.recall("api-1", NOW.plus(Duration.ofMinutes(10))));
        assertEquals(Optional.empty(), lastKnown.recall("api-2", NOW));
    }

    @Test
    void forgetsWhatTheDatabaseNoLongerHolds() {
        lastKnown.heard("api-1", Optional.of(secret(false)), NOW);
        lastKnown.heard("api-1", Optional.of(secret(true)), NOW);
        assertEquals(Optional.empty(), lastKnown.recall("api-1", NOW));
        lastKnown.heard("api-1", Optional.of(secret(false)), NOW);
        lastKnown.heard("api-1", Optional.empty(), NOW);
        assertEquals(Optional.empty(), lastKnown.recall("api-1", NOW));
    }

    @Test
    void leavesADatabaseAloneForASecondAfterItDidNotAnswer() {
        assertTrue(lastKnown.mayAsk(NOW));
        lastKnown.failed(new IllegalStateException("for the test"), NOW);
        assertFalse(lastKnown.mayAsk(NOW.plusMillis(999)));
        assertTrue(lastKnown.mayAsk(NOW.plusSeconds(1)));
    }
}
