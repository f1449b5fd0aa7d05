package org.portcullis.portout.telnyx;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** When to tell Telnyx again after a failure. */
final class TellingPolicy {

    /** Telnyx waits for 24 to 48 hours: a refusal may still be in time after the assumed deadline. */
    static final Duration GOES_ON_FOR = Duration.ofHours(48);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /**
     * A delay is at most this fraction of the time left, so that attempts become more frequent towards the deadline.
     */
    private static final int SHARE = 4;
    private static final double JITTER = 0.2;
    private static final int DOUBLED_AT_MOST = 20;

    private TellingPolicy() {
    }

    /**
     * @param attempts made so far
     * @param random from 0 to 1, so that port-outs that failed together are not retried together
     * @return 10 s after the first attempt, doubled after each further one, at most 15 min or a quarter of the time
     * left, varied by a fifth; empty if there are no further attempts
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
