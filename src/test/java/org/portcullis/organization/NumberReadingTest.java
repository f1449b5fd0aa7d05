package org.portcullis.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.organization.NumberReading.Problem;

class NumberReadingTest {

    @ParameterizedTest
    @CsvSource({
        "+12065550100, US, +12065550100", "206 555 0100, US, +12065550100", "(206) 555-0100, US, +12065550100",
        "1-206-555-0100, US, +12065550100", "+1 206-555-0100, FR, +12065550100", "04 65 71 10 00, FR, +33465711000",
        "+33 4 65 71 10 00, US, +33465711000", "206\u2011555\u20110100, US, +12065550100"})
    void readsAnyUsualNotation(String typed, String country, String e164) {
        assertEquals(new NumberReading(e164, null), NumberReading.of(typed, country));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, NOT_A_NUMBER", "=1+1, NOT_A_NUMBER", "1-800-FLOWERS, NOT_A_NUMBER", "206 555 0100 x12, NOT_A_NUMBER",
            "++, NOT_A_NUMBER",
        "206555, TOO_SHORT", "5550100, TOO_SHORT", "20655501001234, TOO_LONG", "+99912345678, UNKNOWN_COUNTRY",
            "+10005550100, UNASSIGNED"})
    void saysWhyItIsNoNumber(String typed, Problem problem) {
        assertEquals(new NumberReading(null, problem), NumberReading.of(typed, "US"));
    }
}
