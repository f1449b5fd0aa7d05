package org.portcullis.portout.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.portout.guess.CarrierHour.OfOrganization;
import org.portcullis.testing.TestSettings;

class GuessPolicyTest {

    private final GuessPolicy policy = new GuessPolicy(new TestSettings().read().portOut());

    @ParameterizedTest
    @CsvSource({"1, PT0S", "4, PT0S", "5, PT30S", "6, PT1M", "7, PT2M", "8, PT4M", "9, PT8M", "10, PT16M", "11, PT32M",
        "12, PT1H"})
    void growsFromTheFifthWrongPin(int failures, Duration delay) {
        assertEquals(Optional.of(delay), policy.delayAfter(failures, policy.allowed()));
    }

    @Test
    void endsAfterTheLongestDelay() {
        assertEquals(Optional.empty(), policy.delayAfter(13, policy.allowed()));
        assertEquals(Optional.empty(), policy.delayAfter(2_000_000_000, policy.allowed()));
    }

    @Test
    void neverLetsAHundredWrongPinsBeLookedAt() {
        var most = new GuessPolicy(new TestSettings().with("portcullis.port-out.guesses-before-delay", "80")
                .with("portcullis.port-out.carrier-guesses-before-delay", "80").read().portOut());
        assertTrue(IntStream.rangeClosed(1, GuessPolicy.MOST_FAILURES)
                .anyMatch(failures -> most.delayAfter(failures, 80).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10", "0, 9, 1", "0, 10, 0", "0, 15, -5", "40, 10, 0", "100, 10, 15", "100, 24, 1", "100, 25, 0",
        // A busy platform, with a few percent of mistyped PINs.
        "10000, 500, 2000"
    })
    void letsACarrierBeWrongAFewTimesAndThenInAUsualShare(long right, long wrong, int room) {
        assertEquals(room, policy.room(new CarrierTries(right, wrong, 5)));
    }

    @Test
    void letsNoOrganizationDecideForAWholeCarrier() {
        var mistaken = List.of(new OfOrganization(900, 100), new OfOrganization(3, 0));
        assertEquals(new CarrierTries(8, 5, 1), policy.tries(mistaken));
        var helping = List.of(new OfOrganization(5_000, 0), new OfOrganization(0, 4), new OfOrganization(0, 4),
                new OfOrganization(0, 4));
        assertTrue(policy.room(policy.tries(helping)) <= 0,
                "right PINs of one customer don't hide wrong ones of others");
    }

    @Test
    void takesAnotherShareFromTheSettings() {
        var strict = new GuessPolicy(
                new TestSettings().with("portcullis.port-out.carrier-failure-share", "5").read().portOut());
        assertEquals(0, strict.room(new CarrierTries(200, 10, 5)));
    }
}
