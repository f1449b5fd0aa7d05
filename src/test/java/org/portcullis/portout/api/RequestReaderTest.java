package org.portcullis.portout.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.portout.api.RequestReader.MalformedException;
import org.portcullis.portout.api.RequestReader.Reading;

class RequestReaderTest {

    private static final String NUMBERS = "\"numbers\":[\"+12065550100\"]";

    private static Reading read(String json) throws MalformedException {
        return RequestReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String json) throws MalformedException {
        var reading = read(json);
        assertNull(reading.askedFor());
        return reading.problems().stream().map(problem -> problem.pointer() + " " + problem.fault()).toList();
    }

    @Test
    void readsEveryField() throws MalformedException {
        var read = read(
                "{\"numbers\":[\"+12065550100\",\"+33465711000\"],\"pon\":\"PON-1\",\"pin\":\" 482913 \",\"accountNumber\":\"4471-90382\","
                        + "\"zipCode\":\"98101\",\"subscriberName\":\"Atelier Lumi\\u00e8re \\ud83d\\udca1\"}")
                .askedFor();
        assertEquals(List.of("+12065550100", "+33465711000"), read.numbers());
        assertEquals("PON-1", read.text(Field.PON));
        assertEquals("482913", read.text(Field.PIN));
        assertEquals("4471-90382", read.text(Field.ACCOUNT_NUMBER));
        assertEquals("98101", read.text(Field.ZIP_CODE));
        assertEquals("Atelier Lumière \ud83d\udca1", read.text(Field.SUBSCRIBER_NAME));
        assertFalse(read.toString().contains("482913"));
    }

    @Test
    void tellsAnEmptyFieldFromOneThatIsNotThere() throws MalformedException {
        var read = read("{" + NUMBERS + ",\"pin\":\"\",\"pon\":null}").askedFor();
        assertEquals("", read.text(Field.PIN));
        assertNull(read.text(Field.PON));
        assertNull(read.text(Field.ZIP_CODE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{}|#/numbers MISSING",
        "{\"numbers\":null}|#/numbers MISSING",
        "{\"numbers\":[]}|#/numbers EMPTY",
        "{\"numbers\":\"+12065550100\"}|#/numbers NOT_A_LIST",
        "{\"numbers\":{\"a\":[1]}}|#/numbers NOT_A_LIST",
        "{\"numbers\":[\"+12065550100\",12065550101]}|#/numbers/1 NOT_TEXT",
        "{\"numbers\":[[\"+12065550100\"]]}|#/numbers/0 NOT_TEXT",
        "{\"numbers\":[\"2065550100\"]}|#/numbers/0 NOT_E164",
        "{\"numbers\":[\"+1 206 555 0100\"]}|#/numbers/0 NOT_E164",
        "{\"numbers\":[\"+١٢٠٦٥٥٥٠١٠٠\"]}|#/numbers/0 NOT_E164",
        "{\"numbers\":[\"+12065550100\"],\"numbers\":[]}|#/numbers DOUBLED",
        "{\"numbers\":[\"+12065550100\"],\"pin\":482913}|#/pin NOT_TEXT",
        "{\"numbers\":[\"+12065550100\"],\"pin\":{\"digits\":\"482913\"}}|#/pin NOT_TEXT",
        "{\"numbers\":[\"+12065550100\"],\"pin\":\"12345678901\"}|#/pin TOO_LONG",
        "{\"numbers\":[\"+12065550100\"],\"pin\":\"1\",\"pin\":\"2\"}|#/pin DOUBLED",
        "{\"numbers\":[\"+12065550100\"],\"pon\":\"12345678901234567890123456\"}|#/pon TOO_LONG",
        "{\"numbers\":[\"+12065550100\"],\"zipCode\":\"1234567890123456\"}|#/zipCode TOO_LONG",
        "{\"numbers\":[\"+12065550100\"],\"accountNumber\":\"a\\u0000b\"}|#/accountNumber UNREADABLE",
        "{\"numbers\":[\"+12065550100\"],\"subscriberName\":\"\\ud800\"}|#/subscriberName UNREADABLE",
        "{\"numbers\":[\"+12065550100\"],\"zip\":\"98101\"}|#/zip UNKNOWN",
        "{\"numbers\":[\"+12065550100\"],\"482913\":true}|# UNKNOWN",
        "[]|# NOT_AN_OBJECT", "null|# NOT_AN_OBJECT", "\"x\"|# NOT_AN_OBJECT", "3|# NOT_AN_OBJECT"})
    void saysWhichFieldIsWrong(String json, String problem) throws MalformedException {
        assertEquals(List.of(problem), problems(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"numbers\"", "{'numbers':[]}", "{" + NUMBERS + ",}",
        "{" + NUMBERS + "} {}", "{" + NUMBERS + "}x", "<xml/>",
        "{" + NUMBERS + ",\"pin\":\"4829", "{" + NUMBERS + "/**/}", "{\"numbers\":[NaN]}"})
    void saysThatItIsNoJson(String json) {
        var thrown = assertThrows(MalformedException.class, () -> read(json));
        assertNull(thrown.getMessage(), "it quotes nothing");
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        assertThrows(MalformedException.class, () -> RequestReader
                .read(("{" + NUMBERS + ",\"subscriberName\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void readsAsManyNumbersAsThereAreAndListsOnlyTheFirstProblems() throws MalformedException {
        var many = IntStream.range(0, 20_001).mapToObj(i -> "\"+1206" + (2_000_000 + i) + "\"")
                .collect(Collectors.joining(",", "{\"numbers\":[", "]}"));
        assertEquals(20_001, read(many).askedFor().numbers().size());
        assertEquals(RequestReader.MOST_PROBLEMS, problems(many.replace("+1", "")).size());
    }

    @Test
    void isNotDeceivedByDepth() {
        assertThrows(MalformedException.class,
                () -> read("{" + NUMBERS + ",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    }

    @Property
    void readsOrRefusesWhateverComes(@ForAll byte[] body) {
        try {
            assertNotNull(RequestReader.read(body));
        } catch (MalformedException e) {
            assertNull(e.getMessage());
        }
    }
}
