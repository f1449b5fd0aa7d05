package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingPolicyTest {

    private static final Instant END = Instant.parse("2026-06-02T10:00:00Z");

    private static Duration after(int attempts, Duration before, double random) {
        return TellingPolicy.retryAfter(attempts, END.minus(before), END, () -> random).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "7, PT10M40S", "8, PT15M", "500, PT15M"})
    void growsUpToAQuarterOfAnHour(int attempts, Duration delay) {
        assertEquals(delay, after(attempts, Duration.ofHours(20), 0.5));
    }

    @Test
    void spreadsOverAFifthMoreOrLess() {
        assertEquals(Duration.ofSeconds(8), after(1, Duration.ofHours(20), 0));
        assertEquals(Duration.ofSeconds(12), after(1, Duration.ofHours(20), 1));
    }

    @Test
    void hurriesTowardsTheEnd() {
        assertEquals(Duration.ofMinutes(5), after(20, Duration.ofMinutes(20), 0.5));
        assertEquals(Duration.ofSeconds(10), after(20, Duration.ofSeconds(4), 0.5));
        var now = END.minus(Duration.ofHours(2));
        int attempts = 20;
        while (now.isBefore(END)) {
            now = now.plus(TellingPolicy.retryAfter(attempts++, now, END, () -> 1).orElseThrow());
        }
        assertTrue(attempts > 35, attempts + " attempts in two hours");
    }

    @Test
    void goesOnAfterTheEndForTwoDays() {
        assertEquals(Duration.ofMinutes(15), after(50, Duration.ofHours(-48), 0.5));
        assertEquals(Optional.empty(),
                TellingPolicy.retryAfter(50, END.plus(Duration.ofHours(48)).plusMillis(1), END, () -> 0.5));
    }
}
