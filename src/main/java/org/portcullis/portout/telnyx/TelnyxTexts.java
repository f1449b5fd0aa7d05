package org.portcullis.portout.telnyx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.web.form.Truncate;
import org.portcullis.web.http.Readable;

/** Parses the values that webhooks and the API share; each may be missing or malformed. */
final class TelnyxTexts {

    static final int LONGEST_COMMENT = 2_000;
    /** The channel and the carrier's name form the key that its wrong PINs are counted by. */
    private static final int LONGEST_CARRIER = 70;
    private static final String UNNAMED_CARRIER = "Telnyx";
    private static final Instant EARLIEST_DATE = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST_DATE = Instant.parse("2100-01-01T00:00:00Z");

    private TelnyxTexts() {
    }

    static boolean isId(String text) {
        return text != null && text.matches("[A-Za-z0-9-]{1,64}");
    }

    /** @return as one line, or null if there is no readable text */
    static String line(String text, int longest) {
        var bare = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
        return bare.isEmpty() ? null : Truncate.to(bare, longest);
    }

    /** @return the gaining carrier */
    static String carrier(String name) {
        return Optional.ofNullable(line(name, LONGEST_CARRIER)).orElse(UNNAMED_CARRIER);
    }

    /** @return the readable lines of a comment; null if there are none */
    static String comment(String text) {
        var shown = text == null ? "" : text.strip().lines().map(Readable::shown).collect(Collectors.joining("\n"));
        return shown.isEmpty() ? null : Truncate.to(shown, LONGEST_COMMENT);
    }

    /** A time in the future is replaced, since the period until automatic approval is counted from it. */
    static Instant time(String text, Instant now) {
        try {
            var time = text == null ? now : OffsetDateTime.parse(text).toInstant();
            return time.isAfter(now) ? now : time;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /**
     * @return the confirmed date; for a day without a time, noon UTC, which is on that day in all of the United States
     */
    static Optional<Instant> date(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var date = text.length() == "2026-06-02".length()
                    ? LocalDate.parse(text).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            return date.isBefore(EARLIEST_DATE) || date.isAfter(LATEST_DATE) ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
