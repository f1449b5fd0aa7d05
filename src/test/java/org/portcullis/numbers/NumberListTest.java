package org.portcullis.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListTest {


    private static List<NumberFault> faults(NumberList list) {
        return list.problems().stream().map(NumberProblem::fault).toList();
    }

    private static List<String> seattle(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> "+1206555" + String.format("%04d", number)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "206-555-0100", "(206) 555-0100", "206.555.0100", "206/555-0100", "+1 206 555 0100",
        "1 206 555 0100",
        "1-206-555-0100", "+1 (206) 555-0100", "2065550100", "tel:+1-206-555-0100", "Tel: 206 555 0100", "206\u00a0555\u202f0100",
        "206\u2011555\u20110100", "206–555–0100", "\u202a+1 206-555-0100\u202c", "'2065550100", "\"206-555-0100\"",
        "=\"2065550100\"",
        " - 206-555-0100", "\uff0b\uff11 206 555 0100", "+ 1 206 555 0100", ",; 206-555-0100 ;\t, \r\n \r\n", "[206] 555 0100"})
    void readsAmericanNumbersInAnyUsualNotation(String text) {
        NumberListAssert.assertRead(List.of("+12065550100"), List.of(), NumberList.read(text, "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33465711030", "0465711030", "04 65 71 10 30", "04.65.71.10.30", "04-65-71-10-30",
        "+33 4 65 71 10 30", "+33 (0)4 65 71 10 30",
        "0033 4 65 71 10 30", "33 4 65 71 10 30", "465711030", "tel:+33-4-65-71-10-30", "04\u00a065\u00a071\u00a010\u00a030"})
    void readsFrenchNumbersInAnyUsualNotation(String text) {
        NumberListAssert.assertRead(List.of("+33465711030"), List.of(), NumberList.read(text, "FR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"206 555 0100 206 555 0101", "206-555-0100,206-555-0101", "206-555-0100;206-555-0101",
        "206-555-0100\t206-555-0101",
        "2065550100 2065550101", "206-555-0100\n206-555-0101", "206-555-0100\r\n206-555-0101", "206-555-0100\r206-555-0101",
        "1 206 555 0100 206 555 0101", "206 555 0100 1 206 555 0101", "+12065550100+12065550101", "(206) 555-0100 (206) 555-0101",
        "+1 206 555 0100 +1 206 555 0101", "206-555-0100, ,;206-555-0101;"})
    void readsSeveralNumbersWithAnySeparators(String text) {
        NumberListAssert.assertRead(seattle(100, 101), List.of(), NumberList.read(text, "US"));
    }

    @Test
    void findsFrenchNumbersBetweenBlanksOnly() {
        NumberListAssert.assertRead(List.of("+33465711030", "+33465711031", "+33465711032"), List.of(),
                NumberList.read("04 65 71 10 30 04 65 71 10 31 +33 4 65 71 10 32", "FR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 206 555 0100-0103", "206-555-0100-0103", "206 555 0100 – 0103",
        "+1 206 555 0100 - +1 206 555 0103", "2065550100..0103",
        "2065550100-2065550103", "206-555-0100-206-555-0103", "(206) 555-0100–(206) 555-0103", "+12065550100-+12065550103",
        "206 555 0100 - 03",
        "206.555.0100…0103", "206-555-0100 to 206-555-0103", "206 555 0100 à 0103", "206-555-0100 - 555-0103",
        "206 555 0100 - 1 206 555 0103",
        "206 555 0100 - 0101 206 555 0102 - 0103", "+1 206-555-0100–0103"})
    void readsRanges(String text) {
        NumberListAssert.assertRead(seattle(100, 103), List.of(), NumberList.read(text, "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 65 71 10 30-31", "04 65 71 10 30 - 04 65 71 10 31", "0465711030-31", "+33 4 65 71 10 30–31",
        "0465711030 au 0465711031"})
    void readsFrenchRanges(String text) {
        NumberListAssert.assertRead(List.of("+33465711030", "+33465711031"), List.of(), NumberList.read(text, "FR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "US|555-0100|TOO_SHORT", "US|206-555-010|TOO_SHORT", "US|206-555-01000|TOO_LONG", "US|123-206-555-0100|TOO_LONG",
        "US|123-456-7890|NOT_A_NUMBER",
        "US|+999 206 555 0100|NOT_A_NUMBER", "US|206#555*0100|NOT_A_NUMBER", "US|***|NOT_A_NUMBER", "US|206-555-O1OO|LETTERS",
        "US|1-800-FLOWERS|LETTERS",
        "US|206-555-0100x12|LETTERS", "US|Reception|LETTERS", "US|2.0655501E9|SPREADSHEET", "US|2.0655501E+09|SPREADSHEET",
        "US|2,0655501E+09|SPREADSHEET",
        "US|+33 4 65 71 10 30|OTHER_COUNTRY", "US|+1 416 555 0100|OTHER_COUNTRY", "US|876-555-0100|OTHER_COUNTRY",
        "FR|+1 206 555 0100|OTHER_COUNTRY",
        "FR|+590 590 12 34 56|OTHER_COUNTRY", "US|800-555-1234|TOLL_FREE", "US|+1 888 555 1234|TOLL_FREE",
        "FR|08 05 12 34 56|TOLL_FREE",
        "US|900-555-1234|NOT_PORTABLE", "FR|08 99 12 34 56|NOT_PORTABLE", "FR|08 10 12 34 56|NOT_PORTABLE",
        "US|500-555-1234|NOT_PORTABLE",
        "US|911|SHORT_NUMBER", "FR|112|SHORT_NUMBER", "FR|39 00|SHORT_NUMBER", "FR|118 712|SHORT_NUMBER",
        "US|206-555-0149-0100|RANGE_BACKWARDS",
        "US|206-555-0100 - 416-555-0100|RANGE_TOO_LARGE", "US|201-555-0100 - 989-555-0100|RANGE_TOO_LARGE",
        "US|206-555-0100 - +33 4 65 71 10 30|RANGE_ENDS_DIFFER",
        "US|206-555-0100 - 22345678901|RANGE_ENDS_DIFFER", "US|800-555-1234-1239|TOLL_FREE",
        "US|206-555-0100-0149 - 0160|NOT_A_NUMBER", "US|0|TOO_SHORT",
        "US|2026-06-02|TOO_SHORT", "US|2065550100-9999999|RANGE_TOO_LARGE"})
    void saysWhatIsWrong(String country, String text, NumberFault fault) {
        NumberListAssert.assertRead(List.of(), List.of(new NumberProblem(1, text, fault)), NumberList.read(text, country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"787-555-0100", "671-555-0100"})
    void countsTheTerritoriesAsUnitedStates(String text) {
        assertEquals(1, NumberList.read(text, "US").numbers().size());
    }

    @Test
    void keepsTheGoodOnesAmongBadOnesAndNamesTheLines() {
        var list = NumberList.read("""
                Reception 206-555-0100 Fax 206-555-0101

                206 555 010 206 555 0102
                206-555-0103,   12 abc; 206-555-0104
                """, "US");
        assertEquals(seattle(100, 104), list.numbers());
        assertEquals(List.of(new NumberProblem(1, "Reception", NumberFault.LETTERS),
                new NumberProblem(1, "Fax", NumberFault.LETTERS),
                new NumberProblem(3, "206 555 010", NumberFault.TOO_SHORT),
                new NumberProblem(4, "12 abc", NumberFault.LETTERS)), list.problems());
    }

    @Test
    void namesDuplicatesWithTheLineOfTheFirst() {
        var list = NumberList.read("206-555-0100-0102\r\n(206) 555-0101\r\n206-555-0105\r\n206-555-0101-0106", "US");
        assertEquals(7, list.numbers().size());
        assertEquals(List.of(new NumberProblem(2, "(206) 555-0101", NumberFault.DUPLICATE, 1, 1),
                new NumberProblem(4, "+1 206-555-0101–0102", NumberFault.DUPLICATE, 1, 2),
                new NumberProblem(4, "+1 206-555-0105", NumberFault.DUPLICATE, 3, 1)), list.problems());
    }

    @Test
    void reportsWhatGoesBeyondTheLimit() {
        var list = NumberList.read("206-555-0100-0102\n206-555-0103-0106\n206-555-0100\nabc\n206-555-0107", "US", 5);
        assertEquals(seattle(100, 104), list.numbers());
        assertEquals(List.of(new NumberProblem(2, "206-555-0103-0106", NumberFault.OVER_LIMIT, null, 3, null, "206-555-0103-0106\n206-555-0107"),
                new NumberProblem(3, "206-555-0100", NumberFault.DUPLICATE, 1, 1),
                new NumberProblem(4, "abc", NumberFault.LETTERS)), list.problems());
    }

    @Test
    void callsWhatIsRepeatedADuplicateThoughThereIsNoRoomLeft() {
        var list = NumberList.read("206-555-0100-0104\n206-555-0101-0103\n206-555-0103-0106", "US", 5);
        assertEquals(seattle(100, 104), list.numbers());
        assertEquals(List.of(new NumberProblem(2, "206-555-0101-0103", NumberFault.DUPLICATE, 1, 3),
                new NumberProblem(3, "+1 206-555-0103–0104", NumberFault.DUPLICATE, 1, 2),
                new NumberProblem(3, "206-555-0103-0106", NumberFault.OVER_LIMIT, null, 2, null, "206-555-0103-0106")), list.problems());
    }

    @Test
    void takesAWholeOrderAndNoMore() {
        var text = IntStream.range(0, NumberList.MAXIMUM + 1)
                .mapToObj(i -> (425_200_0000L + i) + (i % 2 == 0 ? " " : "\n")).collect(Collectors.joining());
        var list = NumberList.read(text, "US");
        assertEquals(NumberList.MAXIMUM, list.numbers().size());
        assertEquals(List.of(new NumberProblem(10_001, "4252020000", NumberFault.OVER_LIMIT)), list.problems());
    }

    @Test
    void neverTakesTheBeginningOfACutEntryForANumber() {
        var text = "206-555-0100\n".repeat(2) + " ".repeat(NumberList.MOST_TEXT - 40) + "\n206-555-0101-0149";
        var list = NumberList.read(text, "US");
        assertEquals(seattle(100, 100), list.numbers());
        assertEquals(List.of(NumberFault.DUPLICATE, NumberFault.TOO_MUCH_TEXT), faults(list));
        assertEquals(new NumberProblem(4, "206-555-0101-0149", NumberFault.TOO_MUCH_TEXT), list.problems().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "12 ", "12 12 12 12 12 12 12,", "x,", "+", "+1", "-", "(", "0 0-", "206-555-0100-0149\n",
        "425-200-0000-425-201-9990\n",
        "2065550100", "\ud83d\ude00", "00 33 4 ", "\n", "x 1 "})
    void standsAnyTextHoweverLong(String text) {
        var list = NumberList.read(text.repeat(NumberList.MOST_TEXT / text.length() + 1), "US");
        assertTrue(list.numbers().size() <= NumberList.MAXIMUM);
        assertTrue(list.problems().size() <= NumberList.LISTED_PROBLEMS + 2);
    }

    @Test
    void showsWhatWasWrittenShortAndHarmless() {
        assertEquals("x".repeat(NumberProblem.LONGEST_TEXT) + "…",
                NumberList.read("x".repeat(1000), "US").problems().get(0).text());
        assertEquals("a\ufffdb\ufffdc\ufffd", NumberList.read("a\u0000b\u202ec\ud800", "US").problems().get(0).text());
        assertEquals("a\ud83d\ude00", NumberList.read("a\ud83d\ude00", "US").problems().get(0).text());
    }

    @Test
    void knowsWhereEachNumberStands() {
        var list = NumberList.read("206-555-0100-0101\n\nabc\n206-555-0102", "US");
        assertEquals(List.of(1, 1, 4), list.places().stream().map(NumberPlace::line).toList());
    }

    @Test
    void keepsWhatWasWrittenThoughItShowsItsBeginning() {
        var written = "call the reception first, please: 206 555 01".repeat(3).replace(',', ' ');
        var list = NumberList.read("206-555-0100-0102\n206-555-0105\n\n206-555-0106-0107\n" + written, "US", 3);
        assertEquals("206-555-0105\n206-555-0106-0107", list.problems().get(0).written(), "all that is left out");
        assertTrue(list.problems().stream().skip(1).map(NumberProblem::written).anyMatch(text -> text.length() > NumberProblem.LONGEST_TEXT));
    }

    @Test
    void namesWhatIsInTheTextAndInTheFile() throws IOException {
        var typed = NumberList.read("abc\n206-555-0100-0102", "US");
        var file = NumberList.readCsv(new ByteArrayInputStream("PhoneNumber\n2065550101-0103\nabc\n".getBytes(StandardCharsets.UTF_8)), "US");
        var list = NumberList.together(typed, file);
        assertEquals(seattle(100, 103), list.numbers());
        assertEquals(new NumberPlace(NumberSource.TEXT, 2), list.places().get(2));
        assertEquals(new NumberPlace(NumberSource.FILE, 2), list.places().get(3));
        assertEquals(List.of(new NumberProblem(1, "abc", NumberFault.LETTERS).from(NumberSource.TEXT),
                new NumberProblem(3, "abc", NumberFault.LETTERS).from(NumberSource.FILE),
                new NumberProblem(2, "+1 206-555-0101–0102", NumberFault.DUPLICATE, 2, 2).from(NumberSource.FILE)), list.problems());
    }
}
