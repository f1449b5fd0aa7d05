package org.portcullis.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberColumnTest {

    private static NumberList read(String text, Charset charset) throws IOException {
        return NumberList.readCsv(new ByteArrayInputStream(text.getBytes(charset)), "US");
    }

    private static NumberList read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PhoneNumber\n2065550100\n2065550101", "PhoneNumber\r\n2065550100\r\n2065550101\r\n",
        "phonenumber\r2065550100\r2065550101",
        "\ufeffPhoneNumber\n206-555-0100\n206-555-0101", "\"PHONENUMBER\"\n\"206-555-0100\"\n\"+1 206 555 0101\"",
        "Phone Number\n'2065550100\n=\"2065550101\"",
        "PhoneNumber;\r\n2065550100;\r\n2065550101;\r\n", "Name;PhoneNumber;City\nÉlodie;2065550100;x\n\"a;b\";2065550101;y",
        "sep=;\nName;PhoneNumber\na;2065550100\nb;2065550101", "sep=|\nName|PhoneNumber\na|2065550100\nb|2065550101",
        "sep=\"\nName,PhoneNumber\na,2065550100\nb,2065550101", "sep=\\\nPhoneNumber\n2065550100\n2065550101",
        "Name\tPhoneNumber\na\t2065550100\nb\t2065550101", "Name,PhoneNumber\n\"a,\nb\",2065550100\nc,\"2065550101\"",
        "PhoneNumber\n2065550100-0101",
        "PhoneNumber\n2065550100,2065550101", "PhoneNumber\n2065550100;2065550101",
        "PhoneNumber\n\n2065550100\n \n;;\n2065550101\n", "Id,PhoneNumber\n1,2065550100\n2\n3,2065550101"})
    void isFoundAsSpreadsheetsWriteIt(String text) throws IOException {
        NumberListAssert.assertRead(List.of("+12065550100", "+12065550101"), List.of(), read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void isReadInAnyUsualEncoding(String charset) throws IOException {
        assertEquals(List.of("+12065550100"), read("PhoneNumber;Prénom\n206\u00a0555\u00a00100;Élodie\n",
                Charset.forName(charset)).numbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "2065550100\n2065550101", "Phone;Name\n2065550100;x", "Numéro de téléphone\n2065550100",
        "\u0000\u0001\u0002", "%PDF-1.7 \""})
    void isMissedWhereTheFileHasNone(String text) throws IOException {
        NumberListAssert.assertRead(List.of(), List.of(new NumberProblem(1, "", NumberFault.NO_COLUMN)), read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2.0655501E9|SPREADSHEET", "2,0655501E+09|SPREADSHEET", "206-555-010|TOO_SHORT",
        "+33465711030|OTHER_COUNTRY"})
    void namesTheLineOfABadNumber(String cell, NumberFault fault) throws IOException {
        assertEquals(List.of(new NumberProblem(5, cell, fault)),
                read("Name;PhoneNumber\r\n\"a\r\nb\";2065550100\r\n\r\nc;" + cell + "\r\n").problems());
    }

    @Test
    void endsAtTheFilesLimitWithoutTheCutRow() throws IOException {
        var column = NumberColumn.open(new StringReader("PhoneNumber\n2065550100\n2065550101-0149\n"), 34).orElseThrow();
        assertEquals(new NumberColumn.Row(2, "2065550100"), column.next());
        assertFalse(column.hasNext());
        assertTrue(column.isCut());
    }

    @Test
    void saysThatTheFileIsTooLong() throws IOException {
        var list = read("Name,PhoneNumber\na,2065550100\n" + ("x".repeat(999) + "\n").repeat(NumberList.MOST_CSV / 1000));
        assertEquals(List.of("+12065550100"), list.numbers());
        assertEquals(NumberFault.TOO_MUCH_TEXT, list.problems().get(0).fault());
    }

    @Test
    void readsManyRowsOneByOne() throws IOException {
        var text = new StringBuilder("PhoneNumber\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(4_252_000_000L + i).append('\n');
        }
        var lines = new ArrayList<Integer>();
        NumberColumn.open(new StringReader(text.toString()), NumberList.MOST_CSV).orElseThrow()
                .forEachRemaining(row -> lines.add(row.line()));
        assertEquals(100_000, lines.size());
        assertEquals(100_001, lines.get(99_999));
    }

    @Test
    void standsAQuotationMarkThatNeverEnds() throws IOException {
        assertEquals(List.of("+12065550100", "+12065550101"), read("PhoneNumber\n\"2065550100\n2065550101\n").numbers());
    }
}
