package org.portcullis.web.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant MOMENT = Instant.parse("2026-06-02T12:30:05Z");
    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void writesDatesAsTheReaderDoes() {
        assertEquals("June 2, 2026", Formats.date(LocalDate.of(2026, 6, 2), Locale.US));
        assertEquals("2 juin 2026", Formats.date(LocalDate.of(2026, 6, 2), Locale.FRANCE));
        assertEquals("Jun 2, 2026", Formats.shortDate(LocalDate.of(2026, 6, 2), Locale.US));
        assertEquals("1er juin 2026", Formats.date(LocalDate.of(2026, 6, 1), Locale.FRANCE));
        assertEquals("11 juin 2026", Formats.date(LocalDate.of(2026, 6, 11), Locale.FRANCE));
        assertEquals("–", Formats.date(null, Locale.US));
    }

    @Test
    void writesTimesInTheReadersZone() {
        assertEquals("June 2, 2026, 5:30\u00a0AM", Formats.moment(MOMENT, Locale.US, SEATTLE));
        assertEquals("2 juin 2026 à 14\u00a0h\u00a030", Formats.moment(MOMENT, Locale.FRANCE, PARIS));
        assertEquals("2 juin 2026 à 5\u00a0h\u00a030", Formats.moment(MOMENT, Locale.FRANCE, SEATTLE));
        assertEquals("June 2, 2026, 5:30\u00a0AM PDT", Formats.exact(MOMENT, Locale.US, SEATTLE));
        assertEquals("Jun 2, 2026", Formats.shortDay(MOMENT, Locale.US, SEATTLE));
        assertEquals("–", Formats.moment(null, Locale.US, SEATTLE));
    }

    @ParameterizedTest
    @CsvSource({"+12065550100, +1 206-555-0100", "+33465711030, +33 4 65 71 10 30", "not a number, not a number"})
    void writesTelephoneNumbersTheSameInBothLanguages(String e164, String expected) {
        assertEquals(expected, Formats.telephone(e164));
    }

    @Test
    void namesCountriesAndLanguages() {
        assertEquals("United States", Formats.country("US", Locale.US));
        assertEquals("États-Unis", Formats.country("US", Locale.FRANCE));
        assertEquals("Français", Formats.languageName(Locale.FRANCE));
        assertEquals("English", Formats.languageName(Locale.US));
    }

    @Test
    void groupsNumbers() {
        assertEquals("20,000", Formats.number(20_000, Locale.US));
        assertEquals("20\u202f000", Formats.number(20_000, Locale.FRANCE));
    }
}
