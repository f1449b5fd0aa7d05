package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.GuessCount.Standing;
import org.portcullis.testing.TestSettings;

class GuessCountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final GuessPolicy policy = new GuessPolicy(new TestSettings().read().portOut());
    private final int allowed = policy.allowedForOrganization();
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

    @Test
    void takesThoseForWrongThatNobodyCameBackFromAfterAMinute() {
        count.begin(NOW);
        count.begin(NOW);
        count.countLost(NOW.plusSeconds(60).minus(MICROSECOND), policy, allowed);
        assertEquals(0, count.failures);
        assertTrue(count.hasRoom(allowed));
        count.countLost(NOW.plusSeconds(60), policy, allowed);
        assertEquals(2, count.failures);
        assertEquals(2, count.tries);
    }

    @Test
    void locksAtAHundredWhateverTheSettings() {
        var lax = new GuessPolicy(new TestSettings().with("portcullis.port-out.guesses-before-delay", "1000000").read().portOut());
        for (int i = 1; i < GuessPolicy.MOST_TRIES; i++) {
            count.begin(NOW);
            count.fail(NOW, lax, lax.allowedForOrganization());
        }
        assertFalse(count.isBlocked(NOW));
        count.begin(NOW);
        count.fail(NOW, lax, lax.allowedForOrganization());
        assertTrue(count.isLocked());
    }

    @Test
    void locksAtTheHundredthTryThoughFewWereLookedAt() {
        fail(5, NOW);
        for (int i = 0; i < 94; i++) {
            count.countEarly(NOW);
        }
        assertFalse(count.isLocked());
        fail(1, NOW.plusSeconds(30));
        assertTrue(count.isLocked());
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
