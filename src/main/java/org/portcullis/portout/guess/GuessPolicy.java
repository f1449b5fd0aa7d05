package org.portcullis.portout.guess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.settings.Settings;

/** How wrong PINs slow further ones down, and when none is looked at any more (NIST SP 800-63B-4 §3.2.2). */
@ApplicationScoped
public class GuessPolicy {

    /** In a row for one organization's numbers, whoever asks and whatever the settings. */
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

    /** @return how many wrong tries of one carrier for one organization's numbers cost no delay, but for the last of them */
    int allowed() {
        return settings.guessesBeforeDelay();
    }

    /** @return what a carrier's tries within the window came to */
    public CarrierTries tries(List<CarrierHour.OfOrganization> ofOrganizations) {
        return CarrierTries.of(ofOrganizations, allowed());
    }

    /**
     * @return how many more tries of a carrier may be wrong before it is slowed: a few always; then as many as are a usual
     *         share of all, for a platform asks for many customers, who mistype
     */
    int room(CarrierTries tries) {
        double share = settings.carrierFailureShare() / PERCENT;
        long usual = (long) Math.floor(share * tries.right() / (1 - share));
        return (int) (Math.max(settings.carrierGuessesBeforeDelay(), usual) - tries.wrong());
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
