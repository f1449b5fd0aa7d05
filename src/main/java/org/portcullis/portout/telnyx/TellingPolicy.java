package org.portcullis.portout.telnyx;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long what Telnyx could not be told waits for the next attempt. */
final class TellingPolicy {

    /** Telnyx waits for 24 to 48 hours: after the end that is reckoned with, a no may still come in time. */
    static final Duration GOES_ON_FOR = Duration.ofHours(48);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Of what is left: towards the end it is tried more and more often. */
    private static final int SHARE = 4;
    private static final double JITTER = 0.2;
    private static final int DOUBLED_AT_MOST = 20;

    private TellingPolicy() {
    }

    /**
     * @param attempts how many have been made
     * @param random from 0 to 1, so that many port-outs that failed together don't come back together
     * @return 10 s after the first attempt, twice as long after each further one, at most 15 min or a quarter of what is
     *         left, a fifth more or less; nothing where it is given up
     */
    static Optional<Duration> retryAfter(int attempts, Instant now, Instant silenceEndsAt, DoubleSupplier random) {
        if (now.isAfter(silenceEndsAt.plus(GOES_ON_FOR))) {
            return Optional.empty();
        }
        var delay = shorter(FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLED_AT_MOST)), LONGEST);
        var share = Duration.between(now, silenceEndsAt).dividedBy(SHARE);
        if (now.isBefore(silenceEndsAt) && share.compareTo(delay) < 0) {
            delay = share.compareTo(FIRST) < 0 ? FIRST : share;
        }
        var factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Optional.of(Duration.ofMillis((long) (delay.toMillis() * factor)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
