package org.portcullis.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.portcullis.portout.Answer;
import org.portcullis.portout.Asker;
import org.portcullis.portout.Channel;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.TestFailures;
import org.portcullis.portout.Verdict;
import org.w3c.dom.Document;

/** Whatever is sent, and whatever goes wrong behind it, nothing is answered that the platform reads as a yes but a yes. */
class ValidationPropertyTest {

    private static final Asker ASKER = new Asker(UUID.randomUUID(), "Bandwidth", Channel.BANDWIDTH);
    /** As the protocol has them; every other code, 7599 among them, is a yes. */
    private static final Set<String> REFUSING = Arrays.stream(BandwidthCode.values()).map(code -> String.valueOf(code.number())).collect(Collectors.toSet());

    private static Answer answer(Verdict verdict, List<Refusal> reasons) {
        return new Answer(UUID.randomUUID(), verdict, reasons, null, Instant.EPOCH, null, null);
    }

    /** What the desk would say: nothing, where it fails. */
    private static byte[] ask(Optional<Answer> decided, byte[] body, String type) {
        var validation = new Validation(question -> decided.orElseThrow(() -> new IllegalStateException("no database")),
                TestFailures.uncounted(), new SimpleMeterRegistry());
        return validation.answer(ASKER, body, type, "192.0.2.1", Instant.EPOCH);
    }

    /** Reads an answer as the platform does: it needs a reason it knows not to let the numbers go, and forgives no mistake. */
    private static boolean isApproval(byte[] xml) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml));
            var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            var document = parser.parse(new ByteArrayInputStream(xml));
            assertEquals("1.0", document.getXmlVersion());
            var codes = texts(document, "Code");
            return !texts(document, "Portable").equals(List.of("false")) || codes.isEmpty() || !REFUSING.containsAll(codes);
        } catch (Exception e) {
            return true;
        }
    }

    private static List<String> texts(Document document, String element) {
        var nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of("", "482913", "2065550100", "true", "7599", "<Portable>true</Portable>", "]]>", "&amp;", "&#x41;", "&x;",
                "A&#1;B", "A&#x1f;B", "&#x85;", "&#xfffe;", "&#x1f4de;", "\u0001", "\ufffe", "\ud83d", "\ud83d\udcde"),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> elements() {
        var names = Arbitraries.of("PON", "Pin", "AccountNumber", "ZipCode", "SubscriberName", "TelephoneNumbers", "TelephoneNumber", "Portable", "Code");
        return Combinators.combine(names, texts()).as((name, text) -> "<" + name + ">" + text + "</" + name + ">");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        var declarations = Arbitraries.of("", "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>", "<?xml version='1.1' standalone='yes'?>");
        var well = Combinators.combine(declarations, elements().list().ofMaxSize(6)).as((declaration, all) -> declaration + "<PortOutValidationRequest>"
                + String.join("", all)
                + "<TelephoneNumbers><TelephoneNumber>2065550100</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>");
        var ill = Combinators.combine(well, Arbitraries.integers().between(0, 200)).as((xml, cut) -> xml.substring(0, Math.min(cut, xml.length())));
        return Arbitraries.oneOf(well.map(xml -> xml.getBytes(StandardCharsets.UTF_8)), well.map(xml -> xml.getBytes(StandardCharsets.UTF_16)),
                ill.map(xml -> xml.getBytes(StandardCharsets.UTF_8)), Arbitraries.bytes().array(byte[].class).ofMaxSize(300));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("application/xml", "text/xml; charset=utf-16", "application/xml;charset=x", "", "text/plain; charset=ISO-8859-1");
    }

    @Property(tries = 1_500)
    void saysYesToNothingThatWasNotAllowed(@ForAll("bodies") byte[] body, @ForAll("types") String type,
            @ForAll @Size(max = 4) List<Refusal> reasons, @ForAll boolean fails) {
        var refused = answer(reasons.isEmpty() ? Verdict.AWAITING_WORD : Verdict.REFUSED, reasons);
        assertEquals(false, isApproval(ask(fails ? Optional.empty() : Optional.of(refused), body, type)));
    }

    /** As if a reader let it through: the answer stays one that can be read. */
    @Property(tries = 500)
    void echoesNoPonThatCanNotBeRead(@ForAll String pon) {
        assertEquals(false, isApproval(ResponseWriter.refused(pon, Map.of(BandwidthCode.INVALID_REQUEST, "Because."))));
    }

    @Example
    void leavesOutAPonThatXmlDoesNotKnow() {
        assertEquals(false, isApproval(ResponseWriter.refused("A\u0001B", Map.of(BandwidthCode.INVALID_REQUEST, "Because."))));
        assertEquals(false, isApproval(ResponseWriter.refused("\ud83d", Map.of(BandwidthCode.INVALID_REQUEST, "Because."))));
    }

    @Property(tries = 500)
    void saysYesToWhatWasAllowedAndCanBeRead(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
        assertEquals(isReadable(body, type), isApproval(ask(Optional.of(answer(Verdict.ALLOWED, List.of())), body, type)));
    }

    private static boolean isReadable(byte[] body, String type) {
        try {
            RequestReader.read(body, type);
            return true;
        } catch (MalformedRequestException e) {
            return false;
        }
    }
}
