package org.portcullis.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.portcullis.settings.Settings;

/** How long a PIN can be used under the provider's settings. It changes nothing. */
@ApplicationScoped
public class PortOutPinLife {

    /** How long before expiry the announcement is sent; for a short validity, half of it. */
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

    /** @return until when the PIN can be used; empty if it does not expire */
    public Optional<Instant> expiresAt(PortOutPin pin) {
        return settings.expiresAfter().map(pin::after);
    }

    /** @return whether PINs expire */
    public boolean isExpiring() {
        return settings.expiresAfter().isPresent();
    }

    /** @return whether a PIN has to be changed after a port-out was allowed with it */
    public boolean isSingleUse() {
        return settings.singleUse();
    }

    /** @return whether this e-mail is due and still true */
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

    /** @return this e-mail is due for PINs set at or before this moment; empty if it is never sent */
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

    /** A lower bound, since months and years vary in length. */
    private static Duration shortest(Period period) {
        return Duration.of(period.toTotalMonths() * 28L + period.getDays(), ChronoUnit.DAYS);
    }
}
