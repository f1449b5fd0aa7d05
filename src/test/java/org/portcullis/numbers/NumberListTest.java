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
        return IntStream.rangeClosed(first, last).mapToObj(number -> "+1206555" + String.format("%04d", number))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "206-555-0100", "(206) 555-0100", "206.555.0100", "206/555-0100",
        "+1 206 555 0100",
        "1 206 555 0100",
        "1-206-555-0100", "+1 (206) 555-0100", "2065550100", "tel:+1-206-555-0100", "Tel: 206 555 0100",
        "206\u00a0555\u202f0100",
        "206\u2011555\u20110100", "206–555–0100", "\u202a+1 206-555-0100\u202c", "'2065550100", "\"206-555-0100\"",
        "=\"2065550100\"",
        " - 206-555-0100", "\uff0b\uff11 206 555 0100", "+ 1 206 555 0100", ",; 206-555-0100 ;\t, \r\n \r\n",
        "[206] 555 0100"})
    void readsAmericanNumbersInAnyUsualNotation(String text) {
        NumberListAssert.assertRead(List.of("+12065550100"), List.of(), NumberList.read(text, "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33465711030", "0465711030", "04 65 71 10 30", "04.65.71.10.30", "04-65-71-10-30",
        "+33 4 65 71 10 30", "+33 (0)4 65 71 10 30",
        "0033 4 65 71 10 30", "33 4 65 71 10 30", "465711030", "tel:+33-4-65-71-10-30",
        "04\u00a065\u00a071\u00a010\u00a030"})
    void readsFrenchNumbersInAnyUsualNotation(String text) {
        NumberListAssert.assertRead(List.of("+33465711030"), List.of(), NumberList.read(text, "FR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"206 555 0100 206 555 0101", "206-555-0100,206-555-0101", "206-555-0100;206-555-0101",
        "206-555-0100\t206-555-0101",
        "2065550100 2065550101", "206-555-0100\n206-555-0101", "206-555-0100\r\n206-555-0101",
        "206-555-0100\r206-555-0101",
        "1 206 555 0100 206 555 0101", "206 555 0100 1 206 555 0101", "+12065550100+12065550101",
        "(206) 555-0100 (206) 555-0101",
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
        "2065550100-2065550103", "206-555-0100-206-555-0103", "(206) 555-0100–(206) 555-0103",
        "+12065550100-+12065550103",
        "206 555 0100 - 03",
        "206.555.0100…0103", "206-555-0100 to 206-555-0103", "206 555 0100 à 0103", "206-555-0100 - 555-0103",
        "206 555 0100 - 1 206 555 0103",
        "206 555 0100 - 0101 206 555 0102 - 0103", "+1 206-555-0100–0103"})
    void readsRanges(String text) {
        NumberListAssert.assertRead(seattle(100, 103), List.of(), NumberList.read(text, "US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 65 71 10 30-31", "04 65 71 10 30 - 04 65 71 10 31", "0465711030-31",
        "+33 4 65 71 10 30–31",
        "0465711030 au 0465711031"})
    void readsFrenchRanges(String text) {
        NumberListAssert.assertRead(List.of("+33465711030", "+33465711031"), List.of(), NumberList.read(text, "FR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "US|555-0100|TOO_SHORT", "US|206-555-010|TOO_SHORT", "US|206-555-01000|TOO_LONG",
        "US|123-206-555-0100|TOO_LONG",
        "US|123-456-7890|NOT_A_NUMBER",
        "US|+999 206 555 0100|NOT_A_NUMBER", "US|206#555*0100|NOT_A_NUMBER", "US|***|NOT_A_NUMBER",
        "US|206-555-O1OO|LETTERS",
        "US|1-800-FLOWERS|LETTERS",
        "US|206-555-0100x12|LETTERS", "US|Reception|LETTERS", "US|2.0655501E9|SPREADSHEET",
        "US|2.0655501E+09|SPREADSHEET",
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
        NumberListAssert.assertRead(List.of(), List.of(new NumberProblem(1, text, fault)),
                NumberList.read(text, country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 45 67 89 10/1", "04 65 71 10 98(2)", "04 65 71 10 98/9", "04 65 71 10 98.0",
        "01 45 67 89 10 1", "1 01 45 67 89 10",
        "1/01 45 67 89 10", "01 45 67 89 10 / 11", "01 45 67 89 10²", "O1 45 67 89 10 1", "01 45 67 89 10-1",
        "04 65 71 10 3 04 65 71 10 31",
        "44 04 65 71 10 30", "+33 4 65 71 10 30/1", "+33 4 65 71 10 30 1", "04.65.71.10.98.1", "0465711098/1",
        "0465711098.1", "0465711098.0.0",
        "04 65 71 10 98 (1)", "04 65 71 10 98+1", "+44 (London) 0465711030", "00 04 65 71 10 30"})
    void refusesAWholePieceAndBeginsNoNumberInside(String text) {
        var list = NumberList.read(text, "FR");
        assertEquals(List.of(), list.numbers());
        assertEquals(List.of(text), list.problems().stream().map(NumberProblem::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"206-555-0100/1", "206-555-0100 2", "44 2065550100", "206-555-0100(2)", "(206) 555-0100.1",
        "2 206 555 0100", "206.555.0100.5",
        "+1 206 555 0100 5", "+12065550100/5", "+999 2065550100"})
    void refusesAWholeAmericanPiece(String text) {
        var list = NumberList.read(text, "US");
        assertEquals(List.of(), list.numbers());
        assertEquals(List.of(text), list.problems().stream().map(NumberProblem::text).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2065550100 206555010 2065550101|206555010",
        "2065550100 206-555-010 206-555-0101|206-555-010",
        "206-555-0100 x12, 206-555-0101|x12", "206-555-0100 ext 12, 206-555-0101|ext 12",
        "206-555-0100 #12 206-555-0101|#12"})
    void keepsNumbersThatAreWholeBesideWhatIsNot(String text, String refused) {
        var list = NumberList.read(text, "US");
        assertEquals(seattle(100, 101), list.numbers());
        assertEquals(List.of(refused), list.problems().stream().map(NumberProblem::text).toList());
    }

    @Test
    void saysWhereSeveralNumbersCanBeReadInSeveralWays() {
        assertEquals(List.of(NumberFault.AMBIGUOUS), faults(NumberList.read("+49 30 123456-78", "DE")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2535550212.0|2535550212.0", "2535550212.00|2535550212.00",
        "2535550212,0|2535550212,0",
        "+12535550212.0|+12535550212.0", "\"2535550212.0\"|2535550212.0", "12535550212.0|12535550212.0"})
    void readsANumberWithTheDecimalsOfASpreadsheetAndSaysSo(String text, String written) {
        var list = NumberList.read(text, "US");
        NumberListAssert.assertRead(List.of("+12535550212"), List.of(), list);
        assertEquals(List.of(new NumberNotice(1, written, NumberRemark.DECIMALS, "+12535550212", 1, null)),
                list.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.20655E+10", "1,20655E+10", "1.20655e10", "2,0655501E+09"})
    void refusesWhatASpreadsheetShortened(String text) {
        NumberListAssert.assertRead(List.of(), List.of(new NumberProblem(1, text, NumberFault.SPREADSHEET)),
                NumberList.read(text, "US"));
    }

    @ParameterizedTest
    @CsvSource({"436", "457", "471", "621", "679", "924", "211", "911", "370", "960", "299"})
    void takesAWellFormedNumberOfAnyAreaCodeAndSaysSo(String areaCode) {
        for (String text : List.of("+1 %s-555-0100", "%s5550100", "(%s) 555-0100", "1 %s 555 0100")) {
            var list = NumberList.read(text.formatted(areaCode), "US");
            NumberListAssert.assertRead(List.of("+1" + areaCode + "5550100"), List.of(), list);
            assertEquals(List.of(NumberRemark.NEW_AREA_CODE),
                    list.notices().stream().map(NumberNotice::remark).toList());
        }
        var range = NumberList.read("+1 " + areaCode + " 555 0100-0149", "US");
        assertEquals(50, range.numbers().size());
        assertEquals(50, range.notices().get(0).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"206-911-0100", "206-555-0100", "206-555-0199", "206-211-1234", "907-555-0123"})
    void takesExchangeCodesOfAnyKindWithoutAWord(String text) {
        var list = NumberList.read(text, "US");
        assertEquals(1, list.numbers().size());
        assertEquals(List.of(), list.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"106-555-0100", "006-555-0100", "206-055-0100", "206-155-0100", "457-155-0100"})
    void takesNoNumberThatIsNotWellFormed(String text) {
        assertEquals(List.of(), NumberList.read(text, "US").numbers());
    }

    @Test
    void takesANewBlockWhereAllNumbersOfTheCountryHaveOneLength() {
        var list = NumberList.read("04 00 12 34 56", "FR");
        assertEquals(List.of("+33400123456"), list.numbers());
        assertEquals(List.of(NumberRemark.UNKNOWN_BLOCK), list.notices().stream().map(NumberNotice::remark).toList());
        assertEquals(List.of(NumberFault.OTHER_COUNTRY), faults(NumberList.read("+1 457 555 0100", "FR")));
    }

    @ParameterizedTest
    @CsvSource({"0262 12 34 56, +262262123456", "0692 12 34 56, +262692123456", "0269 61 23 45, +262269612345",
        "0590 20 12 34, +590590201234",
        "0596 30 12 34, +596596301234", "0594 30 12 34, +594594301234", "0508 41 12 34, +508411234",
        "01 45 67 89 10, +33145678910"})
    void readsFrenchOverseasNumbersAsWhatTheyAre(String text, String e164) {
        for (String written : List.of(text, text.replace(" ", ""), text + " " + text)) {
            assertEquals(List.of(e164), NumberList.read(written, "FR", 10, NumberScope.ANY).numbers(), written);
        }
        assertEquals(e164.startsWith("+33") ? List.of() : List.of(NumberFault.OTHER_COUNTRY),
                faults(NumberList.read(text, "FR")));
    }

    @Test
    void readsNumbersOfMetropolitanFranceInReunion() {
        assertEquals(List.of("+33145678910", "+262262123456"),
                NumberList.read("01 45 67 89 10, 0262 12 34 56", "RE", 10, NumberScope.ANY).numbers());
    }

    @Test
    void takesEveryCountryAndKindWhereAnyCounts() {
        var list = NumberList.read("+33 4 65 71 10 30, 800-555-1234, 900-555-1234, 206-555-0100-0101, 911", "US", 10,
                NumberScope.ANY);
        assertEquals(List.of("+33465711030", "+18005551234", "+19005551234", "+12065550100", "+12065550101"),
                list.numbers());
        assertEquals(List.of(NumberFault.SHORT_NUMBER), faults(list));
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
        assertEquals(List.of("+12065550100", "+12065550101", "+12065550103", "+12065550104"), list.numbers());
        assertEquals(List.of(new NumberProblem(1, "Reception", NumberFault.LETTERS),
                new NumberProblem(1, "Fax", NumberFault.LETTERS),
                new NumberProblem(3, "206 555 010 206 555 0102", NumberFault.TOO_LONG),
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
        assertEquals(List.of(
                new NumberProblem(2, "206-555-0103-0106", NumberFault.OVER_LIMIT, null, 3, null,
                        "206-555-0103-0106\n206-555-0107"),
                new NumberProblem(3, "206-555-0100", NumberFault.DUPLICATE, 1, 1),
                new NumberProblem(4, "abc", NumberFault.LETTERS)), list.problems());
    }

    @Test
    void callsWhatIsRepeatedADuplicateThoughThereIsNoRoomLeft() {
        var list = NumberList.read("206-555-0100-0104\n206-555-0101-0103\n206-555-0103-0106", "US", 5);
        assertEquals(seattle(100, 104), list.numbers());
        assertEquals(List.of(new NumberProblem(2, "206-555-0101-0103", NumberFault.DUPLICATE, 1, 3),
                new NumberProblem(3, "+1 206-555-0103–0104", NumberFault.DUPLICATE, 1, 2),
                new NumberProblem(3, "206-555-0103-0106", NumberFault.OVER_LIMIT, null, 2, null, "206-555-0103-0106")),
                list.problems());
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
    @ValueSource(strings = {"1 ", "12 ", "12 12 12 12 12 12 12,", "x,", "+", "+1", "-", "(", "0 0-",
        "206-555-0100-0149\n",
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
        assertTrue(list.problems().stream().skip(1).map(NumberProblem::written)
                .anyMatch(text -> text.length() > NumberProblem.LONGEST_TEXT));
    }

    @Test
    void namesWhatIsInTheTextAndInTheFile() throws IOException {
        var typed = NumberList.read("abc\n206-555-0100-0102", "US");
        var file = NumberList.readCsv(
                new ByteArrayInputStream("PhoneNumber\n2065550101-0103\nabc\n".getBytes(StandardCharsets.UTF_8)), "US");
        var list = NumberList.together(typed, file);
        assertEquals(seattle(100, 103), list.numbers());
        assertEquals(new NumberPlace(NumberSource.TEXT, 2), list.places().get(2));
        assertEquals(new NumberPlace(NumberSource.FILE, 2), list.places().get(3));
        assertEquals(List.of(new NumberProblem(1, "abc", NumberFault.LETTERS).from(NumberSource.TEXT),
                new NumberProblem(3, "abc", NumberFault.LETTERS).from(NumberSource.FILE),
                new NumberProblem(2, "+1 206-555-0101–0102", NumberFault.DUPLICATE, 2, 2).from(NumberSource.FILE)),
                list.problems());
    }
}
