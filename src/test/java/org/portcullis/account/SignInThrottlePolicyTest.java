package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.TestSettings;

class SignInThrottlePolicyTest {

    private final SignInThrottlePolicy policy = new SignInThrottlePolicy(new TestSettings().read().signIn());

    @ParameterizedTest
    @CsvSource({"1, PT0S", "9, PT0S", "10, PT30S", "11, PT1M", "12, PT2M", "13, PT4M", "14, PT8M", "15, PT15M",
        "16, PT15M", "2000000000, PT15M"})
    void growsFromTheTenthFailure(int failures, Duration delay) {
        assertEquals(delay, policy.delayAfter(failures, 10));
    }

    @Test
    void forgetsAfterAQuietTime() {
        var failure = Instant.parse("2026-06-02T12:00:00Z");
        assertFalse(policy.isForgotten(failure, failure.plus(Duration.ofMinutes(30)).minusNanos(1_000)));
        assertTrue(policy.isForgotten(failure, failure.plus(Duration.ofMinutes(30))));
    }
}
