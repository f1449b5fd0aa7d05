package org.portcullis.web.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 206-555-0100", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1", "＋1", "－1",
        "＠SUM(A1)"})
    void marksAsTextWhatASpreadsheetWouldCompute(String text) {
        assertTrue(Spreadsheet.harmless(text).startsWith("'" + text.charAt(0)), Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        ";=1+2#;'=1+2", ",=1+2#,'=1+2", "|@SUM(A1)#|'@SUM(A1)", "; ＝1+2#; '＝1+2", "a;-2;b#a;'-2;b",
        ";\"=1+2\"#;\"'=1+2\"", ";;+1#;;'+1", ",;=1#,;'=1"})
    void marksAlsoWhatOnlyAnotherSeparatorMakesACell(String text, String harmless) {
        assertEquals(harmless, Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PC23456789AB", "Tacoma depot – 2", "206-555-0100", "1=1", "L'Oréal", "a;b,c\"d", "a - b",
        "+12065550100"})
    void leavesEverythingElseAsItIs(String text) {
        assertEquals(text, Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void leavesTheAbsentEmpty(String text) {
        assertEquals("", Spreadsheet.harmless(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {"en-US#`\"Say \"\"yes\"\"\",\"\",\"7\"`",
        "fr-FR#`\"Say \"\"yes\"\"\";\"\";\"7\"`"})
    void quotesEachCell(String language, String line) throws IOException {
        assertEquals(line, written(Locale.forLanguageTag(language), "Say \"yes\"", null, 7));
    }

    @Property
    void isNoFormulaWhicheverSeparatorItIsReadWith(@ForAll("dangerous") String first,
            @ForAll("dangerous") String second) throws IOException {
        for (Locale language : Languages.ALL) {
            var line = written(language, first, second);
            for (String separator : SEPARATORS) {
                Stream.of(line.split("[\r\n" + separator + "]")).map(cell -> cell.replaceAll("^[\\s\"]+", ""))
                        .forEach(cell -> assertTrue(cell.isEmpty() || "=+-@＝＋－＠".indexOf(cell.charAt(0)) < 0
                                || cell.matches("\\+[0-9]{1,15}\"?.*"), line));
            }
        }
    }

    @Provide
    Arbitrary<String> dangerous() {
        return Arbitraries.strings().withChars("=+-@＝＋－＠,;|\t\r\n \"'1a").ofMaxLength(8);
    }

    private static String written(Locale language, Object... cells) throws IOException {
        var text = new StringWriter();
        try (var file = Spreadsheet.open(text, language)) {
            file.row(cells);
        }
        return text.toString().substring(1).replaceAll("\r\n$", "");
    }
}
