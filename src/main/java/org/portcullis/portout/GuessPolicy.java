package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.portcullis.settings.Settings;

/** How wrong PINs slow further ones down, and when none is looked at any more (NIST SP 800-63B-4 §3.2.2). */
@ApplicationScoped
class GuessPolicy {

    /** In a row, those included that came too early to be looked at, whatever the settings. */
    static final int MOST_TRIES = 100;

    private final Settings.PortOut settings;

    @Inject
    GuessPolicy(Settings settings) {
        this(settings.portOut());
    }

    GuessPolicy(Settings.PortOut settings) {
        this.settings = settings;
    }

    /** @return how many wrong PINs for one organization's numbers cost no delay, but for the last of them */
    int allowedForOrganization() {
        return settings.guessesBeforeDelay();
    }

    /** @return the same for all that one carrier asks for: a platform asks for many customers, who mistype */
    int allowedForCarrier() {
        return settings.carrierGuessesBeforeDelay();
    }

    /**
     * @param failures in a row, this one included
     * @param allowed how many cost no delay, but for the last of them
     * @return how long the next try has to wait, twice as long each time; nothing once the longest has been waited for,
     *         after which there is no next try
     */
    Optional<Duration> delayAfter(int failures, int allowed) {
        if (failures < allowed) {
            return Optional.of(Duration.ZERO);
        }
        var delay = settings.firstDelay();
        for (int i = allowed; i < failures; i++) {
            if (delay.compareTo(settings.longestDelay()) >= 0) {
                return Optional.empty();
            }
            delay = delay.multipliedBy(2);
        }
        return Optional.of(delay.compareTo(settings.longestDelay()) < 0 ? delay : settings.longestDelay());
    }
}
