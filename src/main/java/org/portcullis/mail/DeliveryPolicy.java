package org.portcullis.mail;

import java.time.Duration;
import java.util.Optional;

/** How long a notice that could not be delivered waits for its next attempt, and when it is given up. */
final class DeliveryPolicy {

    /** Over 62 hours: a mail server that is down from Friday evening to Monday morning costs nothing but time. */
    static final int ATTEMPTS = 20;

    /** Over three and a half minutes: a server that refuses an address for good rarely changes its mind. */
    static final int ATTEMPTS_WHEN_REFUSED = 4;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(6);

    private DeliveryPolicy() {
    }

    /**
     * @param attempts how many have been made
     * @return 30 s after the first attempt, twice as long after each further one, at most 6 h; nothing where it is given up
     */
    static Optional<Duration> retryAfter(int attempts, DeliveryFailure failure) {
        if (attempts >= (failure.refusesRecipient() ? ATTEMPTS_WHEN_REFUSED : ATTEMPTS)) {
            return Optional.empty();
        }
        var delay = FIRST_RETRY.multipliedBy(1L << (attempts - 1));
        return Optional.of(delay.compareTo(LONGEST_RETRY) < 0 ? delay : LONGEST_RETRY);
    }
}
