package org.portcullis.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {

    /** Each letter as it stands in the word: alone, at the end, at the beginning, in the middle. */
    @ParameterizedTest
    @CsvSource({"بيت, \ufe91\ufef4\ufe96", "دار, \ufea9\ufe8d\ufead", "لا, \ufefb", "سلام, \ufeb3\ufefc\ufee1",
        "محمّد, \ufee3\ufea4\ufee4\u0651\ufeaa",
        "گل, \ufb94\ufede", "علی, \ufecb\ufee0\ufbfd", "خاں, \ufea7\ufe8e\ufb9e", "بـت, \ufe91\u0640\ufe96",
        "abc, abc"})
    void joinsArabicLetters(String word, String forms) {
        assertEquals(forms, ArabicForms.in(word));
        assertEquals("", ArabicForms.missing(word));
    }

    @Test
    void joinsNothingAcrossANonJoiner() {
        assertEquals("\ufee3\ufbfd\u200c\ufea7", ArabicForms.in("می\u200cخـ").substring(0, 4));
    }

    @ParameterizedTest
    @CsvSource({"Zoë, ''", "Nguyễn, ''", "Αθήνα, ''", "Москва, ''", "שלום, ''", "شركة, ''", "株式会社, ''", "한국, ''",
        "'A\u200b\tB', ''",
        "A🚀B🚀, 🚀", "ไทย, ไทย", "पता, पता", "کوڕ, ''", "بڕ, ڕ", "שׁ, \u05c1", "□, ''"})
    void knowsWhatItCannotDraw(String text, String missing) {
        assertEquals(missing, Lettering.missing(List.of(text)));
    }

    @Test
    void namesCharactersWithTheirCodePoints() {
        assertEquals("🚀\u00a0(U+1F680), U+D800", Lettering.named("🚀\ud800"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום (2020)", "شركة النور (2020) ش.م.م"})
    void writesANameFromRightToLeftWhereItsFirstLetterSaysSo(String name) {
        assertTrue(Line.isRightToLeft(name));
        var pieces = Line.of(name, true).pieces();
        var drawn = pieces.stream().map(Line.Piece::text).reduce("", String::concat);
        assertEquals(name.codePointAt(0), firstLetter(drawn), "its first letter is drawn last");
        assertFalse(Line.isRightToLeft("Acme " + name));
    }

    private static int firstLetter(String drawn) {
        var last = Normalizer.normalize(drawn.substring(drawn.length() - 1), Form.NFKC);
        return last.codePointAt(0);
    }

    /** A subset of a font, not the font: a letter has to be sent by e-mail. */
    @Test
    void embedsOnlyWhatIsDrawn() throws Exception {
        try (var paper = new PdfDocument("東京", Locale.US)) {
            paper.paragraph("株式会社 شركة 한국");
            var pdf = paper.toBytes();
            assertTrue(pdf.length < 100_000, pdf.length + " bytes");
            try (var document = Loader.loadPDF(pdf)) {
                for (var name : document.getPage(0).getResources().getFontNames()) {
                    assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded());
                }
            }
        }
    }
}
