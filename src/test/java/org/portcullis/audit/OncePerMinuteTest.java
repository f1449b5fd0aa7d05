package org.portcullis.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final OncePerMinute once = new OncePerMinute();

    @Test
    void takesTheFirstOfEachKeyAndMinute() {
        assertTrue(once.isFirst("10.0.0.1", NOW));
        assertFalse(once.isFirst("10.0.0.1", NOW.plus(Duration.ofSeconds(59))));
        assertTrue(once.isFirst("10.0.0.2", NOW));
        assertTrue(once.isFirst("10.0.0.1", NOW.plus(Duration.ofSeconds(60))));
    }

    @Test
    void remembersOnlySoMany() {
        assertTrue(once.isFirst("10.0.0.1", NOW));
        for (int i = 0; i < 10_000; i++) {
            once.isFirst("other " + i, NOW);
        }
        assertTrue(once.isFirst("10.0.0.1", NOW));
    }
}
