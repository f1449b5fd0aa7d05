package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.portout.RequestFault;

class RequestReaderTest {

    private static final String NUMBERS = "<TelephoneNumbers><TelephoneNumber>2065550100</TelephoneNumber></TelephoneNumbers>";

    private static String request(String children) {
        return "<PortOutValidationRequest>" + children + "</PortOutValidationRequest>";
    }

    private static ValidationRequest read(String xml) throws MalformedRequestException {
        return RequestReader.read(xml.getBytes(StandardCharsets.UTF_8), "application/xml");
    }

    @Test
    void readsEachField() throws MalformedRequestException {
        var read = read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + request("""
                <!-- as the platform sends it -->
                <PON>LSR-17 &amp; 18</PON>
                <Pin> 482913 </Pin>
                <AccountNumber>4471-90382</AccountNumber>
                <ZipCode>98101</ZipCode>
                <SubscriberName>Cascade Freight</SubscriberName>
                <TelephoneNumbers>
                  <TelephoneNumber>2065550100</TelephoneNumber>
                  <TelephoneNumber>2065550101</TelephoneNumber>
                </TelephoneNumbers>
                """));
        assertEquals(new ValidationRequest("LSR-17 & 18", "482913", "4471-90382", "98101", "Cascade Freight",
                List.of("2065550100", "2065550101")), read);
    }

    @Test
    void knowsWhatIsMissingFromWhatIsEmpty() throws MalformedRequestException {
        var read = read(request("<Pin/><ZipCode> </ZipCode>" + NUMBERS));
        assertEquals("", read.pin());
        assertEquals("", read.zip());
        assertNull(read.pon());
        assertNull(read.accountNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252", "US-ASCII",
        "IBM037"})
    void readsAnyEncodingThatIsDeclared(String charset) throws MalformedRequestException {
        var xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + request("<Pin>482913</Pin>" + NUMBERS);
        assertEquals("482913", RequestReader.read(xml.getBytes(Charset.forName(charset)), null).pin());
    }

    @Test
    void believesTheMediaTypeBeforeTheDocument() throws MalformedRequestException {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + request("<PON>é</PON>" + NUMBERS);
        assertEquals("é", RequestReader
                .read(xml.getBytes(StandardCharsets.ISO_8859_1), "text/xml; charset=\"iso-8859-1\"").pon());
    }

    @Test
    void passesOverWhatTheProtocolMayGetOneDay() throws MalformedRequestException {
        var read = read(request("<Site><Pin>1</Pin></Site><Pin>482913</Pin>" + NUMBERS));
        assertEquals("482913", read.pin());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "hello", "{}", "<PortOutValidationRequest>", "<Other/>",
        "<PortOutValidationRequest/>",
        "<PortOutValidationRequest><TelephoneNumbers/></PortOutValidationRequest>",
        "<PortOutValidationRequest>text<TelephoneNumbers><TelephoneNumber>2065550100</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers>2065550100</TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers><Number>2065550100</Number></TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers><TelephoneNumber>+442065550100</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers><TelephoneNumber>22065550100</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers><TelephoneNumber>206555010</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>",
        "<PortOutValidationRequest><TelephoneNumbers><TelephoneNumber>٢٠٦٥٥٥٠١٠٠</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>"})
    void refusesWhatIsNoRequest(String xml) {
        assertThrows(MalformedRequestException.class, () -> read(xml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PON", "Pin", "AccountNumber", "ZipCode", "SubscriberName"})
    void refusesAFieldThatIsThereTwiceOrHoldsElements(String field) {
        var element = "<" + field + ">1</" + field + ">";
        assertThrows(MalformedRequestException.class, () -> read(request(element + element + NUMBERS)));
        assertThrows(MalformedRequestException.class,
                () -> read(request("<" + field + "><b>1</b></" + field + ">" + NUMBERS)));
        assertThrows(MalformedRequestException.class, () -> read(request(element + NUMBERS + NUMBERS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2065550100", "12065550100", "+12065550100", " 2065550100\n", "\r\n\t+12065550100 ",
        "<![CDATA[2065550100]]>"})
    void readsANumberAsThePlatformWritesIt(String number) throws MalformedRequestException {
        assertEquals(List.of("2065550100"),
                read(request("<TelephoneNumbers><TelephoneNumber>" + number + "</TelephoneNumber></TelephoneNumbers>"))
                        .numbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PON", "Pin", "AccountNumber", "ZipCode", "SubscriberName"})
    void takesBlanksAndLineEndsOffAValue(String field) throws MalformedRequestException {
        var read = read(request("<" + field + ">\r\n   123456\t\n</" + field + ">" + NUMBERS));
        assertEquals(List.of("123456"),
                Stream.of(read.pon(), read.pin(), read.accountNumber(), read.zip(), read.subscriberName())
                        .filter(Objects::nonNull).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1"})
    void readsADeclarationWithBlanksBefore(String charset) throws MalformedRequestException {
        var xml = "\r\n \t<?xml version=\"1.0\" encoding=\"" + charset + "\"?>"
                + request("<Pin>482913</Pin>" + NUMBERS);
        assertEquals("482913", RequestReader
                .read(xml.getBytes(Charset.forName(charset)), "application/xml; charset=" + charset).pin());
    }

    @Test
    void readsADeclarationWithBlanksBeforeAndBehindAByteOrderMark() throws MalformedRequestException {
        var xml = "\n<?xml version=\"1.0\"?>" + request("<Pin>482913</Pin>" + NUMBERS);
        assertEquals("482913", RequestReader.read(xml.getBytes(StandardCharsets.UTF_8), null).pin());
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertEquals("482913", RequestReader.read(("\ufeff" + xml).getBytes(charset), null).pin(), charset.name());
        }
    }

    @Test
    void refusesBytesThatAreNoTextOfTheirCharacterSet() {
        var xml = request("<PON>é</PON>" + NUMBERS).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(RequestFault.NOT_WELL_FORMED,
                assertThrows(MalformedRequestException.class, () -> RequestReader.read(xml, "text/xml; charset=utf-8"))
                        .fault());
        assertEquals(RequestFault.NOT_WELL_FORMED,
                assertThrows(MalformedRequestException.class, () -> RequestReader.read(xml, null)).fault());
    }

    @Test
    void refusesAPonThatIsTooLongAndKeepsItsBeginning() throws MalformedRequestException {
        assertEquals("x".repeat(25), read(request("<PON>" + "x".repeat(25) + "</PON>" + NUMBERS)).pon());
        var refused = assertThrows(MalformedRequestException.class,
                () -> read(request("<PON>" + "x".repeat(26) + "</PON>" + NUMBERS)));
        assertEquals(RequestFault.VALUE_TOO_LONG, refused.fault());
        assertEquals("x".repeat(25), refused.pon());
    }

    @Test
    void cutsASubscribersNameThatIsForInformationOnly() throws MalformedRequestException {
        assertEquals("x".repeat(93),
                read(request("<SubscriberName>" + "x".repeat(200) + "</SubscriberName>" + NUMBERS)).subscriberName());
        assertEquals("x".repeat(92),
                read(request("<SubscriberName>" + "x".repeat(92) + "📞</SubscriberName>" + NUMBERS)).subscriberName());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE PortOutValidationRequest>",
        "<!DOCTYPE x [<!ENTITY pin \"482913\">]>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"})
    void refusesDocumentTypesAndEntities(String declaration) {
        assertThrows(MalformedRequestException.class, () -> read(declaration + request(NUMBERS)));
        assertThrows(MalformedRequestException.class,
                () -> read(declaration + request("<Pin>&a;&b;&c;&pin;</Pin>" + NUMBERS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pin, 10", "AccountNumber, 25", "ZipCode, 15"})
    void takesNothingOfWhatIsTooLongToBeRight(String fieldAndLength) throws MalformedRequestException {
        var field = fieldAndLength.split(", ")[0];
        var longest = Integer.parseInt(fieldAndLength.split(", ")[1]);
        assertEquals(List.of("1".repeat(longest)), compared(field, "1".repeat(longest)));
        assertEquals(List.of("?".repeat(longest + 1)), compared(field, "-".repeat(longest) + "1"));
    }

    private static List<String> compared(String field, String text) throws MalformedRequestException {
        var read = read(request("<" + field + ">" + text + "</" + field + ">" + NUMBERS));
        return Stream.of(read.pin(), read.accountNumber(), read.zip()).filter(Objects::nonNull).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2", "2.0"})
    void refusesAnotherXmlThanItAnswersWith(String version) {
        var refused = assertThrows(MalformedRequestException.class,
                () -> read("<?xml version=\"" + version + "\"?>" + request("<PON>A&#1;B</PON>" + NUMBERS)));
        assertNull(refused.pon());
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThrows(MalformedRequestException.class,
                () -> read(request("<a>".repeat(10_000) + "</a>".repeat(10_000) + NUMBERS)));
    }

    @Test
    void refusesACharacterSetThatIsNone() {
        var xml = request(NUMBERS).getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedRequestException.class,
                () -> RequestReader.read(xml, "application/xml; charset=nonsense"));
    }

    @Test
    void echoesThePonOfWhatItCanNotRead() {
        var refused = assertThrows(MalformedRequestException.class,
                () -> read(request("<PON>LSR-17</PON><Pin>1</Pin><Pin>482913</Pin>")));
        assertEquals("LSR-17", refused.pon());
        assertFalse(refused.getMessage().contains("482913"));
    }
}
