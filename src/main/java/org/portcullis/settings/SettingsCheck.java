package org.portcullis.settings;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The rules that no single annotation can state, mostly those between settings. */
@ApplicationScoped
@Startup
class SettingsCheck {

    /** In a row, as many as NIST SP 800-63B-4 allows in all. */
    private static final int MOST_GUESSES = 100;
    /** Bandwidth's platform waits for 30 seconds, and takes silence for a yes. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(25);
    /** Of wrong tries of a carrier, in percent: below, honest mistakes would slow it; above, guessing would not. */
    private static final int LEAST_SHARE = 5;
    private static final int MOST_SHARE = 50;
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
        requireSome(settings.database().lockTimeout(), "portcullis.database.lock-timeout");
        requireSome(settings.database().statementTimeout(), "portcullis.database.statement-timeout");
        requireSome(settings.database().clockTolerance(), "portcullis.database.clock-tolerance");
        check(settings.portOut());
        check(settings.telnyx());
        check(settings.http());
        if (SOME_DAY.plus(settings.audit().retention()).isBefore(SOME_DAY.plus(SHORTEST_RETENTION))) {
            throw new InvalidSettingException(
                    "portcullis.audit.retention must be at least " + SHORTEST_RETENTION + ", for example P3Y");
        }
        if (!isWebAddress(settings.baseUrl())) {
            throw new InvalidSettingException(
                    "portcullis.base-url must be an http or https address, for example https://portal.example.com");
        }
    }

    private static void check(Settings.Http http) {
        if (http.bodyWithin().toMillis() < 1) {
            throw new InvalidSettingException("portcullis.http.body-within must be longer than zero");
        }
        if (http.uploadWithin().compareTo(http.bodyWithin()) < 0) {
            throw new InvalidSettingException(
                    "portcullis.http.upload-within must not be shorter than portcullis.http.body-within");
        }
    }

    /** With no delay, or none that grows to an end, PINs could be guessed without any limit. */
    private static void check(Settings.PortOut portOut) {
        if (portOut.answerWithin().toMillis() < 1 || portOut.answerWithin().compareTo(LONGEST_ANSWER) > 0) {
            throw new InvalidSettingException(
                    "portcullis.port-out.answer-within must be longer than zero and at most " + LONGEST_ANSWER);
        }
        if (portOut.firstDelay().isNegative() || portOut.firstDelay().isZero()) {
            throw new InvalidSettingException("portcullis.port-out.first-delay must be longer than zero");
        }
        if (portOut.longestDelay().compareTo(portOut.firstDelay()) < 0) {
            throw new InvalidSettingException(
                    "portcullis.port-out.longest-delay must not be shorter than portcullis.port-out.first-delay");
        }
        if (portOut.approvalWithin().isNegative() || portOut.approvalWithin().isZero()) {
            throw new InvalidSettingException("portcullis.port-out.approval-within must be longer than zero");
        }
        checkGuesses(portOut.guessesBeforeDelay(), "portcullis.port-out.guesses-before-delay");
        checkGuesses(portOut.carrierGuessesBeforeDelay(), "portcullis.port-out.carrier-guesses-before-delay");
        if (portOut.carrierFailureShare() < LEAST_SHARE || portOut.carrierFailureShare() > MOST_SHARE) {
            throw new InvalidSettingException(
                    "portcullis.port-out.carrier-failure-share must be from " + LEAST_SHARE + " to " + MOST_SHARE);
        }
    }

    private static void checkGuesses(int guesses, String name) {
        if (guesses < 1 || guesses >= MOST_GUESSES) {
            throw new InvalidSettingException(name + " must be at least 1 and less than " + MOST_GUESSES);
        }
    }

    private static void check(Settings.Telnyx telnyx) {
        var url = telnyx.apiUrl();
        if (!isWebAddress(url)) {
            throw new InvalidSettingException(
                    "portcullis.telnyx.api-url must be an http or https address, for example https://api.telnyx.com");
        }
        if (telnyx.rejectBefore().isNegative() || telnyx.rejectBefore().isZero()) {
            throw new InvalidSettingException("portcullis.telnyx.reject-before must be longer than zero");
        }
        if (telnyx.warnBefore().compareTo(telnyx.rejectBefore()) <= 0) {
            throw new InvalidSettingException(
                    "portcullis.telnyx.warn-before must be longer than portcullis.telnyx.reject-before");
        }
        if (telnyx.silence().compareTo(telnyx.warnBefore()) <= 0) {
            throw new InvalidSettingException(
                    "portcullis.telnyx.silence must be longer than portcullis.telnyx.warn-before");
        }
    }

    private static void requireSome(Duration time, String name) {
        if (time.toMillis() <= 0) {
            throw new InvalidSettingException(name + " must be longer than zero, for example PT5S");
        }
    }

    private static boolean isWebAddress(URI address) {
        return address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
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
            throw new InvalidSettingException(
                    "portcullis.desk.closed-days must be dates such as 2026-12-24, separated by commas; "
                            + text + " is none");
        }
    }
}
