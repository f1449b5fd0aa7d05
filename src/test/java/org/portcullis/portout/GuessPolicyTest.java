package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.TestSettings;

class GuessPolicyTest {

    private final GuessPolicy policy = new GuessPolicy(new TestSettings().read().portOut());

    @ParameterizedTest
    @CsvSource({"1, PT0S", "4, PT0S", "5, PT30S", "6, PT1M", "7, PT2M", "8, PT4M", "9, PT8M", "10, PT16M", "11, PT32M", "12, PT1H"})
    void growsFromTheFifthWrongPin(int failures, Duration delay) {
        assertEquals(Optional.of(delay), policy.delayAfter(failures, policy.allowedForOrganization()));
    }

    @Test
    void endsAfterTheLongestDelay() {
        assertEquals(Optional.empty(), policy.delayAfter(13, policy.allowedForOrganization()));
        assertEquals(Optional.empty(), policy.delayAfter(2_000_000_000, policy.allowedForOrganization()));
    }

    @Test
    void neverLetsAHundredWrongPinsBeLookedAt() {
        var most = new GuessPolicy(new TestSettings().with("portcullis.port-out.guesses-before-delay", "80")
                .with("portcullis.port-out.carrier-guesses-before-delay", "80").read().portOut());
        assertTrue(IntStream.rangeClosed(1, GuessPolicy.MOST_TRIES).anyMatch(failures -> most.delayAfter(failures, 80).isEmpty()));
    }
}
