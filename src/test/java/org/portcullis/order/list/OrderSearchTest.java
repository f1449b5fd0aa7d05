package org.portcullis.order.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderSearchTest {

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "+1 206-555-0100", "+1 (206) 555-0100", "(206) 555-0100", "206.555.0100",
        "206 555 0100", "2065550100",
        "12065550100", "1-206-555-0100", "tel:+1-206-555-0100", " 206\u00a0555\u00a00100 ", "206\u2011555\u20110100",
        "206/555-0100"})
    void understandsAmericanNumbersInAnyUsualNotation(String typed) {
        assertEquals(Optional.of("+12065550100"), new OrderSearch(typed, "US").number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33465711030", "04 65 71 10 30", "+33 4 65 71 10 30", "0465711030", "04.65.71.10.30",
        "+33 (0)4 65 71 10 30"})
    void understandsFrenchNumbersInFrance(String typed) {
        assertEquals(Optional.of("+33465711030"), new OrderSearch(typed, "FR").number());
    }

    @ParameterizedTest
    @CsvSource({"0100, %0100%", "55501, %55501%", "5550100, %5550100%"})
    void findsPartsOfNumbers(String typed, String pattern) {
        assertEquals(Optional.of(pattern), new OrderSearch(typed, "US").number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"depot", "PC23456789", "12", "3rd floor", "-", "…"})
    void leavesWordsAlone(String typed) {
        assertEquals(Optional.empty(), new OrderSearch(typed, "US").number());
    }

    @ParameterizedTest
    @CsvSource({"Depot, %depot%", "100%, %100!%%", "a_b, %a!_b%", "wow!, %wow!!%", "' Île ', %île%"})
    void takesSignsForThemselves(String typed, String pattern) {
        assertEquals(pattern, new OrderSearch(typed, "US").words());
    }
}
