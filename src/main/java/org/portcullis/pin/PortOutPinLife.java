package org.portcullis.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.portcullis.settings.Settings;

/** How long a PIN can be used, as the provider has set it: rules only, nothing is changed here. */
@ApplicationScoped
public class PortOutPinLife {

    /** How long before its end the end is announced; of a short life, the second half. */
    private static final Duration ANNOUNCED_BEFORE = Duration.ofDays(7);

    private final Settings.Pin settings;

    @Inject
    PortOutPinLife(Settings settings) {
        this(settings.pin());
    }

    PortOutPinLife(Settings.Pin settings) {
        this.settings = settings;
    }

    /** @return why the PIN can't be used, although it is set */
    public Optional<Unusable> unusable(PortOutPin pin, Instant now) {
        return pin.unusable(now, settings.expiresAfter(), settings.singleUse());
    }

    /** @return until when the PIN can be used, unless that is for ever */
    public Optional<Instant> expiresAt(PortOutPin pin) {
        return settings.expiresAfter().map(pin::after);
    }

    /** @return whether a PIN can be used for a limited time only */
    public boolean isExpiring() {
        return settings.expiresAfter().isPresent();
    }

    /** @return whether a PIN has to be changed after a port-out was allowed with it */
    public boolean isSingleUse() {
        return settings.singleUse();
    }

    /** @return whether it is time to tell that, and it is still true */
    boolean isDue(PinNews news, PortOutPin pin, Instant now) {
        var unusable = unusable(pin, now);
        return switch (news) {
            case EXPIRES_SOON -> pin.expiryAnnouncedAt == null && unusable.isEmpty()
                    && announcedAt(pin).filter(at -> !now.isBefore(at)).isPresent();
            case EXPIRED -> pin.expiryToldAt == null && unusable.filter(Unusable.EXPIRED::equals).isPresent();
            case OLD -> pin.remindedAt == null && unusable.isEmpty()
                    && settings.remindAfter().filter(period -> !now.isBefore(pin.after(period))).isPresent();
            case COMPROMISED, USED -> false;
        };
    }

    /** @return the moment by which every PIN was set that this has to be told of now; nothing where it is never told */
    Optional<Instant> latestSetting(PinNews news, Instant now) {
        return switch (news) {
            case EXPIRES_SOON -> settings.expiresAfter().map(period -> now.minus(shortest(period).dividedBy(2)));
            case EXPIRED -> settings.expiresAfter().map(period -> now.minus(shortest(period)));
            case OLD -> settings.remindAfter().map(period -> now.minus(shortest(period)));
            case COMPROMISED, USED -> Optional.empty();
        };
    }

    private Optional<Instant> announcedAt(PortOutPin pin) {
        return expiresAt(pin).map(end -> {
            var half = Duration.between(pin.setAt, end).dividedBy(2);
            return end.minus(half.compareTo(ANNOUNCED_BEFORE) < 0 ? half : ANNOUNCED_BEFORE);
        });
    }

    /** Months and years are not all equally long. */
    private static Duration shortest(Period period) {
        return Duration.of(period.toTotalMonths() * 28L + period.getDays(), ChronoUnit.DAYS);
    }
}
