package org.portcullis.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncateTest {

    @ParameterizedTest
    @CsvSource({"abc, abc", "abcd, abcd", "abcde, abcd", "abc\ud83d\ude00, abc", "ab\ud83d\ude00, ab\ud83d\ude00",
        "ab\ud83d\ude00c, ab\ud83d\ude00"})
    void keepsWholeSigns(String text, String kept) {
        assertEquals(kept, Truncate.to(text, 4));
    }
}
