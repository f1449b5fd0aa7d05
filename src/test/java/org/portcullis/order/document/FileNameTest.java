package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bill.pdf|bill.pdf",
        "Bill May.PDF|Bill May.pdf",
        "bill|bill.pdf",
        "bill.pdf.exe|bill.pdf.exe.pdf",
        "C:\\Users\\me\\bill.pdf|bill.pdf",
        "../../etc/passwd|passwd.pdf",
        "..|document.pdf",
        ".pdf|document.pdf",
        "|document.pdf",
        "-rf.pdf|rf.pdf",
        "a\"b<c>d:e*f?.pdf|a_b_c_d_e_f_.pdf",
        "relevé n° 5.pdf|relevé n° 5.pdf"})
    void keepsTheNameAndNothingThatCouldHarm(String given, String expected) {
        assertEquals(expected, FileName.of(given).value());
    }

    @Test
    void dropsWhatNobodySees() {
        assertEquals("billfdp.exe.pdf", FileName.of("bill\r\n\u202efdp.exe\u0000").value());
    }

    @Test
    void isNeverLongerThanItsColumn() {
        assertEquals(100, FileName.of("x".repeat(5000) + ".pdf").value().length());
        var astral = FileName.of("\ud83d\ude00".repeat(5000)).value();
        assertTrue(astral.length() <= 100 && !Character.isHighSurrogate(astral.charAt(astral.length() - 5)));
    }

    @Test
    void isHandedOutToOldAndNewBrowsers() {
        assertEquals("attachment; filename=\"Releve, mai.pdf\"; filename*=UTF-8''Relev%C3%A9%2C%20mai.pdf",
                FileName.of("Relevé, mai.pdf").asAttachment());
        assertEquals("attachment; filename=\"_ 100_.pdf\"; filename*=UTF-8''%E8%AF%81%20100%25.pdf",
                FileName.of("证 100%.pdf").asAttachment());
    }
}
