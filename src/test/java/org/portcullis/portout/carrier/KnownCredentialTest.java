package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.carrier.KnownCredential.ShownBeside;

class KnownCredentialTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final ShownBeside BESIDE = new ShownBeside("192.0.2.1", null);

    private static KnownCredential secret(Instant expiresAt, boolean revoked) {
        return new KnownCredential(UUID.randomUUID(),
                new CarrierIdentity(UUID.randomUUID(), "Rainier Voice", Protocol.API), "test", "none",
                expiresAt, revoked, null, CredentialConditions.FREE);
    }

    @Test
    void opensTheProtocolThatItIsFor() {
        assertEquals(Outcome.GOOD, secret(null, false).judge(true, Protocol.API, BESIDE, NOW));
        assertEquals(Outcome.OTHER_PROTOCOL, secret(null, false).judge(true, Protocol.BANDWIDTH, BESIDE, NOW));
    }

    @Test
    void endsAtTheVeryInstant() {
        var expiring = secret(NOW, false);
        assertEquals(Outcome.GOOD, expiring.judge(true, Protocol.API, BESIDE, NOW.minus(Duration.ofNanos(1000))));
        assertEquals(Outcome.EXPIRED, expiring.judge(true, Protocol.API, BESIDE, NOW));
    }

    @Test
    void opensNothingOnceRevoked() {
        assertEquals(Outcome.REVOKED, secret(null, true).judge(true, Protocol.API, BESIDE, NOW));
    }

    @Test
    void tellsNothingOfItselfToWhoDoesNotHaveIt() {
        assertEquals(Outcome.WRONG, secret(NOW, true).judge(false, Protocol.BANDWIDTH, BESIDE, NOW));
    }
}
