package org.portcullis.web.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fr|fr-FR", "fr-FR|fr-FR", "fr-CA|fr-FR", "FR-be|fr-FR", "en|en-US", "en-GB|en-US",
        "de-DE,fr;q=0.8|fr-FR", "de-DE, fr;q=0.8, en;q=0.9|en-US", "en;q=0.5,fr;q=0.6|fr-FR",
        "*|en-US", "fr;q=0,*|en-US", "en;q=0,*|fr-FR", "de,*;q=0.1|en-US", "fr;q=0.001|fr-FR"})
    void takesTheBestOfTheWholeHeader(String header, String expected) {
        assertEquals(Optional.of(Locale.forLanguageTag(expected)), Languages.accepted(header));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "de", "fr;q=0", "fr;q=0,en;q=0", "fr;q=0,en;q=0,*", "§$%&", "fr;q=", "fr;q=2",
        ";;;", ",,,", "english please", "-", "-,fr", "--", "fr-"})
    void findsNothingInWhatAsksForNoneOfThem(String header) {
        assertEquals(Optional.empty(), Languages.accepted(header));
    }

    @Test
    void readsTheStartOfAVeryLongHeader() {
        assertEquals(Optional.of(Locale.FRANCE), Languages.accepted("de,".repeat(200) + "fr," + "es,".repeat(100_000)));
        assertEquals(Optional.empty(), Languages.accepted("x".repeat(100_000)));
    }

    @Test
    void knowsItsOwnTagsOnly() {
        assertEquals(Optional.of(Locale.US), Languages.byTag("en-US"));
        assertEquals(Optional.empty(), Languages.byTag("fr"));
        assertEquals(Optional.empty(), Languages.byTag(null));
    }
}
