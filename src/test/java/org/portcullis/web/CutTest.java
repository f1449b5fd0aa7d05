package org.portcullis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

    @ParameterizedTest
    @CsvSource({"abc, abc", "abcd, abcd", "abcde, abcd", "abc\ud83d\ude00, abc", "ab\ud83d\ude00, ab\ud83d\ude00", "ab\ud83d\ude00c, ab\ud83d\ude00"})
    void keepsWholeSigns(String text, String kept) {
        assertEquals(kept, Cut.to(text, 4));
    }
}
