package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortOutChecksTest {

    @ParameterizedTest
    @CsvSource({"98101, 98101, true", "981010001, 98101, true", "98101, 981010001, true", "981010001, 981010001, true",
        "981010002, 981010001, false", "98102, 98101, false", "981019, 98101, false", "98101, 981019, false",
        "98101XYZ, 98101, false",
        "98101WXYZ, 98101, false", "9810100011, 98101, false", "9810, 98101, false", "'', 98101, false"})
    void comparesTheFirstFiveDigitsWithAnExtendedZipOnly(String given, String own, boolean isSame) {
        assertEquals(isSame, PortOutChecks.isSamePlace(given, own));
    }
}
