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

    /** @param written what stays in the field of who corrects it */
    private static NumberProblem broken(int line, String row, NumberFault fault, String written) {
        return new NumberProblem(line, row, fault, null, 1, null, written);
    }

    private static NumberList read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PhoneNumber\n2065550100\n2065550101", "PhoneNumber\r\n2065550100\r\n2065550101\r\n",
        "phonenumber\r2065550100\r2065550101",
        "\ufeffPhoneNumber\n206-555-0100\n206-555-0101", "\"PHONENUMBER\"\n\"206-555-0100\"\n\"+1 206 555 0101\"",
        "Phone Number\n'2065550100\n=\"2065550101\"",
        "PhoneNumber;\r\n2065550100;\r\n2065550101;\r\n",
        "Name;PhoneNumber;City\nÉlodie;2065550100;x\n\"a;b\";2065550101;y",
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
    @ValueSource(strings = {"PhoneNumber", "phone_number", "PHONE-NUMBER", "TelephoneNumber", "Telephone Number", "TN",
        "TNs", "DID", "didNumber",
        "LineURI", "Line URI", "Phone", "Phone Numbers", "e164", "E.164", "Number", "Numéro", "Numéro de téléphone",
        "NUMERO DE TELEPHONE", "Téléphone",
        "N° de téléphone", "Nume\u0301ro", "Tel.", "\u00a0Phone\u00a0Number\u00a0"})
    void isKnownByAnyUsualName(String name) throws IOException {
        for (var separator : List.of(",", ";", "\t", "|")) {
            NumberListAssert.assertRead(List.of("+12065550100"), List.of(),
                    read("Site" + separator + name + "\nx" + separator + "206-555-0100\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2065550100\n2065550101", "\n\n2065550100\r\n2065550101\r\n",
        "My lines\n\n2065550100\n2065550101",
        "sep=;\n2065550100\n2065550101", "\"2065550100\"\n\"2065550101\"", "Reception 2026\n206-555-0100-0101"})
    void needsNoNameWhereThereAreOnlyNumbers(String text) throws IOException {
        NumberListAssert.assertRead(List.of("+12065550100", "+12065550101"), List.of(), read(text));
    }

    @Test
    void keepsAMistypedNumberThatStandsFirstWithoutAName() throws IOException {
        var list = read("206-555-O1OO\n206-555-0101\n206-555-0102");
        assertEquals(List.of("+12065550101", "+12065550102"), list.numbers());
        assertEquals(List.of(new NumberProblem(1, "206-555-O1OO", NumberFault.LETTERS)), list.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Export of 30 November\n\n\nSite,PhoneNumber\na,2065550100\nb,2065550101",
        "Telephone numbers\n,\nSite,Phone\na,2065550100\nb,2065550101",
        "Phones\nSite,Phone\na,2065550100\nb,2065550101",
        "\"sep=;\"\nSite;Phone\na;2065550100\nb;2065550101", "SEP=\t\nSite\tPhone\na\t2065550100\nb\t2065550101",
        "\"Site; building\",PhoneNumber\na,2065550100\nb,2065550101",
        "\"Site\nname\",\"Phone\nNumber\"\na,2065550100\nb,2065550101",
        "\"Site, building\";PhoneNumber\n\"x, y\";2065550100\nb;2065550101",
        "LineURI\ntel:+12065550100;ext=12\ntel:+12065550101",
        "Name,LineURI\na,tel:+12065550100;ext=100\nb,tel:+1-206-555-0101",
        "\"Smith, John\",Id\nName, PhoneNumber\n \"Smith, John\", \"2065550100\"\nx,2065550101"})
    void isFoundBelowTitlesAndWithSeparatorsInNames(String text) throws IOException {
        NumberListAssert.assertRead(List.of("+12065550100", "+12065550101"), List.of(), read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|EMPTY_FILE|''|1", "' '|EMPTY_FILE|''|1",
        "Extension;Name&100;x|NO_COLUMN|Extension, Name|1",
        "&&a,b,c&1,2,3|NO_COLUMN|a, b, c|3", "Reception,206-555-0100|NO_COLUMN|Reception, 206-555-0100|1",
        "PhoneNumber|HEADER_ONLY|PhoneNumber|1",
        "Name;Numéro&;&|HEADER_ONLY|Numéro|1", "sep=;&Name;TN|HEADER_ONLY|TN|2"})
    void saysWhatIsThereInstead(String text, NumberFault fault, String written, int line) throws IOException {
        NumberListAssert.assertRead(List.of(), List.of(new NumberProblem(line, written, fault)),
                read(text.replace('&', '\n')));
    }

    @Test
    void namesAllColumnsOfAWideFile() throws IOException {
        var problem = read("Building,Floor,Room,Desk,Occupant,Department,Cost centre\n1,2,3,4,5,6,7\n").problems()
                .get(0);
        assertEquals("Building, Floor, Room, Desk, Occupant, Department, Cost centre", problem.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004x", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
        "%PDF-1.7\n2065550100", "{\\rtf1 2065550100",
        "<html><table>", "<?xml version=\"1.0\"?>", "\u001f\u008b\b",
        "\u0001\u0002\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"})
    void isNotLookedForInOtherKindsOfFiles(String text) throws IOException {
        assertEquals(List.of(new NumberProblem(1, "", NumberFault.NOT_CSV)),
                read(text, StandardCharsets.ISO_8859_1).problems());
    }

    @Test
    void saysThatAnotherColumnCouldHoldNumbersAsWell() throws IOException {
        var list = read("Number,Name,PhoneNumber,Mobile,Téléphone\n1,x,2065550100,2065550199,\n");
        assertEquals(List.of("+12065550100"), list.numbers());
        assertEquals(List.of(new NumberNotice(1, "Téléphone, Number", NumberRemark.OTHER_COLUMN, null, 2, null)),
                list.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,\"Front desk,2065550199", "3,\"Front \"\"desk,2065550199", "\"3,x,2065550199"})
    void losesOnlyTheLineOfAQuotationMarkThatIsNeverClosed(String bad) throws IOException {
        for (String rest : List.of("4,Back office,2065550101", "4,\"Back office\",2065550101",
                "4,\"Back, office\",\"2065550101\"",
                "\"4\",Back office,2065550101", "4,Back office\",2065550101", "4,\"\",2065550101")) {
            var list = read("Id,Name,PhoneNumber\n1,a,2065550100\n" + bad + "\n" + rest + "\n5,\"b\nc\",2065550102\n");
            assertEquals(List.of("+12065550100", "+12065550101", "+12065550102"), list.numbers(), rest);
            assertEquals(
                    List.of(broken(3, bad, NumberFault.OPEN_QUOTE,
                            bad.contains("Front") ? "3|Front_desk|2065550199" : "3|x|2065550199")),
                    list.problems(), rest);
            assertEquals(List.of(), NumberList.read(DraftText.of(list, List.of()).text(), "US").numbers(),
                    "no column of it before it is corrected");
        }
    }

    @Test
    void losesNoRowAfterAQuotationMarkThatIsOpenedBehindTheNumber() throws IOException {
        var list = read("PhoneNumber,Name\n2065550100,\"Front desk\n2065550101,Back office\"\n2065550102,x\n");
        assertEquals(List.of("+12065550101", "+12065550102"), list.numbers());
        assertEquals(List.of(broken(2, "2065550100,\"Front desk", NumberFault.OPEN_QUOTE, "2065550100|Front_desk")),
                list.problems());
    }

    @Test
    void readsOnAfterAQuotationMarkAmongAHundredThousandRows() throws IOException {
        var text = new StringBuilder("Name,PhoneNumber\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i % 1_000 == 7 ? "\"x," : "x,").append(4_252_000_000L + i).append('\n');
        }
        var faults = new ArrayList<NumberFault>();
        NumberColumn.open(new StringReader(text.toString()), NumberList.MOST_CSV, "US")
                .forEachRemaining(row -> faults.add(row.fault()));
        assertEquals(100_000, faults.size());
        assertEquals(100, faults.stream().filter(NumberFault.OPEN_QUOTE::equals).count());
    }

    @Test
    void readsCellsOfSeveralLines() throws IOException {
        NumberListAssert.assertRead(List.of("+12065550100", "+12065550101", "+12065550102"), List.of(), read("""
                Address,PhoneNumber,Note
                "12 Main St
                Seattle",2065550100,"call 206-555-0155,
                or ask ""Ada\"""
                x,"2065550101
                2065550102",y
                """));
    }

    @Test
    void namesARowThatEndsBeforeTheColumn() throws IOException {
        var list = read("Id,PhoneNumber\n1;2065550100\n2,2065550101\n");
        assertEquals(List.of("+12065550101"), list.numbers());
        assertEquals(List.of(broken(2, "1;2065550100", NumberFault.SHORT_ROW, "1|2065550100")), list.problems());
    }

    @Test
    void readsWindows1252() throws IOException {
        var bytes = "Num\u00e9ro;Nom\n206\u00a0555\u00a00100\u00960103;l\u0092\u00c9lys\u00e9e\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        var list = NumberList.readCsv(new ByteArrayInputStream(bytes), "US");
        assertEquals(4, list.numbers().size(), "the dash of a range is no Latin-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2.0655501E9|SPREADSHEET", "2,0655501E+09|SPREADSHEET",
        "206-555-010|TOO_SHORT",
        "+33465711030|OTHER_COUNTRY"})
    void namesTheLineOfABadNumber(String cell, NumberFault fault) throws IOException {
        assertEquals(List.of(new NumberProblem(5, cell, fault)),
                read("Name;PhoneNumber\r\n\"a\r\nb\";2065550100\r\n\r\nc;" + cell + "\r\n").problems());
    }

    @Test
    void endsAtTheFilesLimitWithoutTheCutRow() throws IOException {
        var column = NumberColumn.open(new StringReader("PhoneNumber\n2065550100\n2065550101-0149\n"), 34, "US");
        assertEquals(new NumberColumn.Row(2, "2065550100", null), column.next());
        assertFalse(column.hasNext());
        assertTrue(column.isCut());
    }

    @Test
    void saysThatTheFileIsTooLong() throws IOException {
        var list = read(
                "Name,PhoneNumber\na,2065550100\n" + ("x".repeat(999) + "\n").repeat(NumberList.MOST_CSV / 1000));
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
        NumberColumn.open(new StringReader(text.toString()), NumberList.MOST_CSV, "US")
                .forEachRemaining(row -> lines.add(row.line()));
        assertEquals(100_000, lines.size());
        assertEquals(100_001, lines.get(99_999));
    }

    @Test
    void namesAQuotationMarkThatIsNeverClosedInTheOnlyColumn() throws IOException {
        NumberListAssert.assertRead(List.of("+12065550101"),
                List.of(broken(2, "\"2065550100", NumberFault.OPEN_QUOTE, "2065550100")),
                read("PhoneNumber\n\"2065550100\n2065550101\n"));
    }
}
