package org.portcullis.portout.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.guess.GuessCount.Standing;
import org.portcullis.testing.TestSettings;

class GuessCountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final GuessPolicy policy = new GuessPolicy(new TestSettings().read().portOut());
    private final int allowed = policy.allowed();
    private final GuessCount count = new GuessCount();

    private void fail(int times, Instant when) {
        for (int i = 0; i < times; i++) {
            count.begin(when);
            count.fail(when, policy, allowed);
        }
    }

    @Test
    void opensToTheMicrosecondAndDoublesUpToAnHourAndThenLocks() {
        fail(4, NOW);
        assertFalse(count.isBlocked(NOW));
        var when = NOW;
        for (long seconds = 30; seconds <= 1_920; seconds *= 2) {
            when = failAndWait(when, Duration.ofSeconds(seconds));
        }
        when = failAndWait(when, Duration.ofHours(1));
        assertFalse(count.isLocked());
        fail(1, when);
        assertTrue(count.isLocked());
        assertTrue(count.isBlocked(when.plus(Duration.ofDays(4_000))));
    }

    private Instant failAndWait(Instant when, Duration delay) {
        fail(1, when);
        var end = when.plus(delay);
        assertTrue(count.isBlocked(end.minus(MICROSECOND)), delay.toString());
        assertFalse(count.isBlocked(end), delay.toString());
        return end;
    }

    private void lose(int times, Instant when) {
        for (int i = 0; i < times; i++) {
            count.begin(when);
        }
        count.lose(when.plusSeconds(60));
    }

    @Test
    void takesNothingForWrongThatNobodyCameBackFrom() {
        count.begin(NOW);
        count.begin(NOW);
        count.lose(NOW.plusSeconds(60).minus(MICROSECOND));
        assertTrue(count.hasRoom(allowed));
        lose(200, NOW);
        assertEquals(0, count.failures);
        assertFalse(count.isBlocked(NOW.plusSeconds(60)));
        assertTrue(count.hasRoom(allowed), "one at a time");
        count.begin(NOW.plusSeconds(60));
        assertFalse(count.hasRoom(allowed), "they may all have been wrong");
    }

    @Test
    void endsWhatWasLostWithARightPin() {
        lose(4, NOW);
        count.begin(NOW);
        count.pass();
        fail(4, NOW);
        assertFalse(count.isBlocked(NOW));
    }

    @Test
    void takesWhatWasLostForWrongWithTheNextWrongPinButNeverBeyondTheFirstDelay() {
        lose(2, NOW);
        fail(1, NOW);
        assertEquals(3, count.failures);
        assertFalse(count.isBlocked(NOW));
        lose(200, NOW);
        fail(1, NOW);
        assertTrue(count.isBlocked(NOW.plusSeconds(30).minus(MICROSECOND)));
        assertFalse(count.isBlocked(NOW.plusSeconds(30)));
    }

    @Test
    void doesNotCountTwiceWhatIsAskedAgain() {
        lose(1, NOW);
        count.retake();
        fail(1, NOW);
        assertEquals(1, count.failures);
    }

    @Test
    void locksAtAHundredWhateverTheSettings() {
        var lax = new GuessPolicy(
                new TestSettings().with("portcullis.port-out.guesses-before-delay", "1000000").read().portOut());
        for (int i = 1; i < GuessPolicy.MOST_FAILURES; i++) {
            count.begin(NOW);
            count.fail(NOW, lax, lax.allowed());
        }
        assertFalse(count.isBlocked(NOW));
        count.begin(NOW);
        count.fail(NOW, lax, lax.allowed());
        assertTrue(count.isLocked());
    }

    @Test
    void locksAtTheHundredthWrongPinOfAllCarriersTogetherWithoutADelayBefore() {
        for (int i = 1; i < GuessPolicy.MOST_FAILURES; i++) {
            count.failWithoutDelay(NOW);
        }
        assertFalse(count.isBlocked(NOW));
        count.failWithoutDelay(NOW);
        assertTrue(count.isLocked());
    }

    private void measure(long right, long wrong) {
        count.measure(new CarrierTries(right, wrong, wrong), policy, NOW);
    }

    @Test
    void slowsACarrierForLongerTheLongerTooManyAreWrong() {
        measure(30, 9);
        count.failMeasured(NOW, policy);
        assertFalse(count.isBlocked(NOW));
        measure(0, 10);
        var when = NOW;
        for (long seconds : new long[] {30, 60, 120}) {
            count.failMeasured(when, policy);
            assertTrue(count.isBlocked(when.plusSeconds(seconds).minus(MICROSECOND)));
            when = when.plusSeconds(seconds);
            assertFalse(count.isBlocked(when));
        }
        measure(100, 10);
        measure(0, 10);
        count.failMeasured(when, policy);
        assertFalse(count.isBlocked(when.plusSeconds(30)), "it begins anew after its tries were usual ones");
    }

    @Test
    void isNewsAgainADayAfterTheLastDelay() {
        assertEquals(Standing.OPEN, count.standing(NOW));
        fail(5, NOW);
        var end = NOW.plusSeconds(30);
        assertEquals(Standing.SLOWED, count.standing(end.plus(Duration.ofHours(24)).minus(MICROSECOND)));
        assertEquals(Standing.OPEN, count.standing(end.plus(Duration.ofHours(24))));
        fail(1, end.plus(Duration.ofDays(90)));
        assertEquals(Standing.SLOWED, count.standing(end.plus(Duration.ofDays(90))));
    }
}
