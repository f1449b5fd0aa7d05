package org.portcullis.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "Jean-Baptiste de La Fontaine, 28", "𠮷野家, 3", "Zoë, 3"})
    void countsCharactersAsPeopleDo(String text, int expected) {
        assertEquals(expected, Length.of(text));
    }
}
