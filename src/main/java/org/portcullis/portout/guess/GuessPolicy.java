package org.portcullis.portout.guess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.settings.Settings;

/** When wrong PIN attempts delay further ones, and when they block them (NIST SP 800-63B-4 §3.2.2). */
@ApplicationScoped
public class GuessPolicy {

    /**
     * The most wrong PIN attempts in a row for one organization's numbers, over all carriers; no setting changes it.
     */
    static final int MOST_FAILURES = 100;

    private static final double PERCENT = 100;

    private final Settings.PortOut settings;

    @Inject
    GuessPolicy(Settings settings) {
        this(settings.portOut());
    }

    GuessPolicy(Settings.PortOut settings) {
        this.settings = settings;
    }

    /**
     * @return how many wrong PIN attempts in a row one carrier may make for one organization's numbers; the last of
     * them causes the first delay
     */
    int allowed() {
        return settings.guessesBeforeDelay();
    }

    /** @return a carrier's PIN attempts within the window */
    public CarrierTries tries(List<CarrierHour.OfOrganization> ofOrganizations) {
        return CarrierTries.of(ofOrganizations, allowed());
    }

    /**
     * @return how many more PIN attempts of a carrier may be wrong before it is slowed: always a few, and beyond that a
     * usual share of all, since a platform asks for many customers, who mistype
     */
    int room(CarrierTries tries) {
        double share = settings.carrierFailureShare() / PERCENT;
        long usual = (long) Math.floor(share * tries.right() / (1 - share));
        return (int) (Math.max(settings.carrierGuessesBeforeDelay(), usual) - tries.wrong());
    }

    /**
     * @param failures in a row, this one included
     * @param allowed how many may be wrong; the last of them causes the first delay
     * @return the delay before the next PIN attempt, doubled each time; empty after the longest delay, when no further
     * one is allowed
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
