package org.portcullis.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The rules that no single annotation can state, mostly those between settings. */
@ApplicationScoped
@Startup
class SettingsCheck {

    private static final Period SHORTEST_RETENTION = Period.ofYears(1);
    /** Periods can only be compared from a day on; from this one a year is no leap year, so that 365 days are one. */
    private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

    SettingsCheck(Settings settings) {
        check(settings);
    }

    /** @throws InvalidSettingException if a closed day is no date, or two settings contradict each other */
    static void check(Settings settings) {
        var pin = settings.pin();
        if (pin.minimumLength() > pin.maximumLength()) {
            throw new InvalidSettingException("portcullis.pin.minimum-length (" + pin.minimumLength()
                    + ") must not be greater than portcullis.pin.maximum-length (" + pin.maximumLength() + ")");
        }
        var session = settings.session();
        if (session.idleTimeout().isNegative() || session.idleTimeout().isZero()) {
            throw new InvalidSettingException("portcullis.session.idle-timeout must be longer than zero");
        }
        if (session.absoluteTimeout().compareTo(session.idleTimeout()) < 0) {
            throw new InvalidSettingException(
                    "portcullis.session.absolute-timeout must not be shorter than portcullis.session.idle-timeout");
        }
        if (session.recent().isNegative() || session.recent().isZero()) {
            throw new InvalidSettingException("portcullis.session.recent must be longer than zero");
        }
        pin.expiresAfter().ifPresent(period -> requireSome(period, "portcullis.pin.expires-after"));
        pin.remindAfter().ifPresent(period -> requireSome(period, "portcullis.pin.remind-after"));
        var signIn = settings.signIn();
        if (signIn.firstDelay().isNegative() || signIn.firstDelay().isZero()) {
            throw new InvalidSettingException("portcullis.sign-in.first-delay must be longer than zero");
        }
        if (signIn.longestDelay().compareTo(signIn.firstDelay()) < 0) {
            throw new InvalidSettingException(
                    "portcullis.sign-in.longest-delay must not be shorter than portcullis.sign-in.first-delay");
        }
        settings.desk().closedDays().orElse(List.of()).forEach(SettingsCheck::checkClosedDay);
        var validity = settings.passwordLink().validity();
        if (validity.isNegative() || validity.isZero()) {
            throw new InvalidSettingException("portcullis.password-link.validity must be longer than zero");
        }
        if (settings.work().reportKept().isNegative()) {
            throw new InvalidSettingException("portcullis.work.report-kept must not be negative");
        }
        if (SOME_DAY.plus(settings.audit().retention()).isBefore(SOME_DAY.plus(SHORTEST_RETENTION))) {
            throw new InvalidSettingException("portcullis.audit.retention must be at least " + SHORTEST_RETENTION + ", for example P3Y");
        }
        var scheme = settings.baseUrl().getScheme();
        if (settings.baseUrl().getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new InvalidSettingException(
                    "portcullis.base-url must be an http or https address, for example https://portal.example.com");
        }
    }

    private static void requireSome(Period period, String name) {
        if (period.isNegative() || period.isZero()) {
            throw new InvalidSettingException(name + " must be at least a day, for example P30D or P1Y");
        }
    }

    private static void checkClosedDay(String text) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException("portcullis.desk.closed-days must be dates such as 2026-12-24, separated by commas; "
                    + text + " is none");
        }
    }
}
