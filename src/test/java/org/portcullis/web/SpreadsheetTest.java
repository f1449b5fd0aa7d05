package org.portcullis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 206-555-0100", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1", "＠SUM(A1)"})
    void marksAsTextWhatASpreadsheetWouldCompute(String text) {
        assertEquals("'" + text, Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PC23456789AB", "Tacoma depot – 2", "206-555-0100", "1=1", "L'Oréal", "a;b,c\"d"})
    void leavesEverythingElseAsItIs(String text) {
        assertEquals(text, Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void leavesTheAbsentEmpty(String text) {
        assertEquals("", Spreadsheet.harmless(text));
    }
}
