package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.portcullis.settings.Settings;

/** How failures slow further tries down (NIST SP 800-63B-4 §3.2.2, OWASP ASVS 5.0 §6.3). */
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
     * @param failures in a row, this one included
     * @param allowed how many cost no delay, but for the last of them
     * @return how long the next try has to wait: nothing at first, then twice as long each time, up to the longest
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

    /** A quiet time as long as the longest delay after it could have ended starts the count anew. */
    boolean isForgotten(Instant lastFailure, Instant now) {
        return !lastFailure.isAfter(forgottenBefore(now));
    }

    int allowedForAccount() {
        return settings.accountFailures();
    }

    /** @param width 0 for the narrowest network; each wider one is given twice as many */
    int allowedForNetwork(int width) {
        return settings.addressFailures() << width;
    }

    Instant forgottenBefore(Instant now) {
        return now.minus(settings.longestDelay().multipliedBy(2));
    }
}
