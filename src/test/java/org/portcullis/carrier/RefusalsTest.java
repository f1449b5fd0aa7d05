package org.portcullis.carrier;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Refusals refusals = new Refusals(null, null, null);

    @Test
    void noteOneForEachAddressAndMinute() {
        assertTrue(refusals.isFirst("10.0.0.1", NOW));
        assertFalse(refusals.isFirst("10.0.0.1", NOW.plus(Duration.ofSeconds(59))));
        assertTrue(refusals.isFirst("10.0.0.2", NOW));
        assertTrue(refusals.isFirst("10.0.0.1", NOW.plus(Duration.ofSeconds(60))));
    }

    @Test
    void noteOneForAWholeNetworkOfIPv6() {
        assertTrue(refusals.isFirst("2001:db8:1:2::1", NOW));
        assertFalse(refusals.isFirst("2001:db8:1:2:ffff::2", NOW));
        assertTrue(refusals.isFirst("2001:db8:1:3::1", NOW));
    }

    @Test
    void rememberOnlySoManyAddresses() {
        assertTrue(refusals.isFirst("10.0.0.1", NOW));
        for (int i = 0; i < 10_000; i++) {
            refusals.isFirst("other " + i, NOW);
        }
        assertTrue(refusals.isFirst("10.0.0.1", NOW));
    }
}
