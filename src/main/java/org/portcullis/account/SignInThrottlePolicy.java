package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.portcullis.settings.Settings;

/** How failures delay further attempts (NIST SP 800-63B-4 §3.2.2, OWASP ASVS 5.0 §6.3). */
@ApplicationScoped
class SignInThrottlePolicy {

    private final Settings.SignIn settings;

    @Inject
    SignInThrottlePolicy(Settings settings) {
        this(settings.signIn());
    }

    SignInThrottlePolicy(Settings.SignIn settings) {
        this.settings = settings;
    }

    /**
     * @param failures consecutive ones, this one included
     * @param allowed number of failures before the first delay
     * @return delay until the next attempt: none at first, then doubled each time, up to the maximum
     */
    Duration delayAfter(int failures, int allowed) {
        if (failures < allowed) {
            return Duration.ZERO;
        }
        var delay = settings.firstDelay();
        for (int i = allowed; i < failures && delay.compareTo(settings.longestDelay()) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(settings.longestDelay()) < 0 ? delay : settings.longestDelay();
    }

    /** The count starts again once the longest delay has passed since the last delay could have ended. */
    boolean isForgotten(Instant lastFailure, Instant now) {
        return !lastFailure.isAfter(forgottenBefore(now));
    }

    int allowedForAccount() {
        return settings.accountFailures();
    }

    /** @param width 0 for the narrowest network; each wider one is allowed twice as many */
    int allowedForNetwork(int width) {
        return settings.addressFailures() << width;
    }

    Instant forgottenBefore(Instant now) {
        return now.minus(settings.longestDelay().multipliedBy(2));
    }
}
