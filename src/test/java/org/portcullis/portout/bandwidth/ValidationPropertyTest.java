package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.portout.Answer;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.RequestFault;
import org.portcullis.portout.TestFailures;
import org.portcullis.portout.TimedAnswer;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;

/** For any request and any failure, the platform reads an answer as an approval only if it is one. */
class ValidationPropertyTest {

    private static final RequestingCarrier ASKER = new RequestingCarrier(UUID.randomUUID(), "Bandwidth",
            PortOutChannel.BANDWIDTH);
    private static Answer answer(Verdict verdict, List<Refusal> reasons) {
        return new Answer(UUID.randomUUID(), verdict, reasons, null, Instant.EPOCH, null, null);
    }

    /** Without the portal there are no message files. */
    private static final PortOutMessages WORDS = (PortOutMessages) Proxy.newProxyInstance(
            PortOutMessages.class.getClassLoader(),
            new Class<?>[] {PortOutMessages.class},
            (proxy, method, arguments) -> method.getName() + " " + List.of(arguments));

    /** The decision and the known numbers, or a failure. */
    private record Desk(Optional<Answer> decided, boolean knowsNumbers) implements Validation.Verdicts {

        @Override
        public TimedAnswer decide(PortOutQuestion question) {
            return new TimedAnswer(decided.orElseThrow(() -> new IllegalStateException("no database")),
                    CompletableFuture.completedStage(null));
        }

        @Override
        public List<String> portable(Collection<String> numbers) {
            if (!knowsNumbers) {
                throw new IllegalStateException("no database");
            }
            return List.copyOf(numbers).subList(0, numbers.size() / 2);
        }

        @Override
        public void keepUnreadable(RequestingCarrier carrier, String pon, RequestFault fault, String element) {
            if (!knowsNumbers) {
                throw new IllegalStateException("no database");
            }
        }
    }

    private static byte[] ask(Desk desk, byte[] body, String type) {
        var validation = new Validation(desk, () -> WORDS, TestFailures.uncounted(), new SimpleMeterRegistry());
        return validation.answer(ASKER, body, type, "192.0.2.1", new Exchange(Instant.EPOCH));
    }

    private static BandwidthJudgement judge(byte[] xml) {
        return BandwidthJudgement.of(200, "application/xml", xml);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.of("", "482913", "2065550100", "true", "7599", "<Portable>true</Portable>",
                "]]>", "&amp;", "&#x41;", "&x;",
                "A&#1;B", "A&#x1f;B", "&#x85;", "&#xfffe;", "&#x1f4de;", "\u0001", "\ufffe", "\ud83d", "\ud83d\udcde"),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Provide
    Arbitrary<String> elements() {
        var names = Arbitraries.of("PON", "Pin", "AccountNumber", "ZipCode", "SubscriberName", "TelephoneNumbers",
                "TelephoneNumber", "Portable", "Code");
        return Combinators.combine(names, texts()).as((name, text) -> "<" + name + ">" + text + "</" + name + ">");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        var declarations = Arbitraries.of("", "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>",
                "<?xml version='1.1' standalone='yes'?>");
        var well = Combinators.combine(declarations, elements().list().ofMaxSize(6))
                .as((declaration, all) -> declaration + "<PortOutValidationRequest>"
                        + String.join("", all)
                        + "<TelephoneNumbers><TelephoneNumber>2065550100</TelephoneNumber></TelephoneNumbers></PortOutValidationRequest>");
        var ill = Combinators.combine(well, Arbitraries.integers().between(0, 200))
                .as((xml, cut) -> xml.substring(0, Math.min(cut, xml.length())));
        return Arbitraries.oneOf(well.map(xml -> xml.getBytes(StandardCharsets.UTF_8)),
                well.map(xml -> xml.getBytes(StandardCharsets.UTF_16)),
                ill.map(xml -> xml.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("application/xml", "text/xml; charset=utf-16", "application/xml;charset=x", "",
                "text/plain; charset=ISO-8859-1");
    }

    @Property(tries = 1_500)
    void saysYesToNothingThatWasNotAllowed(@ForAll("bodies") byte[] body, @ForAll("types") String type,
            @ForAll @Size(max = 4) List<Refusal> reasons, @ForAll boolean fails, @ForAll boolean knowsNumbers) {
        var refused = answer(reasons.isEmpty() ? Verdict.AWAITING_APPROVAL : Verdict.REFUSED, reasons);
        var judgement = judge(ask(new Desk(fails ? Optional.empty() : Optional.of(refused), knowsNumbers), body, type));
        assertTrue(judgement.isKept(), judgement::toString);
        assertFalse(judgement.isIndiscreet(), judgement::toString);
    }

    /** Even if the reader accepted such a PON, the answer stays readable. */
    @Property(tries = 500)
    void echoesNoPonThatCanNotBeRead(@ForAll @StringLength(max = 25) String pon) {
        assertTrue(judge(ResponseWriter.refused(pon, Map.of(BandwidthCode.INVALID_REQUEST, "Because."), List.of()))
                .isKept());
    }

    @Example
    void leavesOutAPonThatXmlDoesNotKnow() {
        for (String pon : List.of("A\u0001B", "\ud83d")) {
            assertTrue(judge(ResponseWriter.refused(pon, Map.of(BandwidthCode.INVALID_REQUEST, "Because."), List.of()))
                    .isKept());
        }
    }

    @Property(tries = 500)
    void saysYesToWhatWasAllowedAndCanBeRead(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
        assertEquals(isReadable(body, type),
                !judge(ask(new Desk(Optional.of(answer(Verdict.ALLOWED, List.of())), true), body, type)).isKept());
    }

    @Example
    void givesTheNumbersThatWouldBeRight() {
        var body = PortOut.of("2065550100", "+12065550101").withPon("LSR-17").withPin("000000").xml()
                .getBytes(StandardCharsets.UTF_8);
        var wrong = Optional.of(answer(Verdict.REFUSED, List.of(Refusal.PIN_INVALID)));
        assertEquals(List.of("2065550100"), judge(ask(new Desk(wrong, true), body, null)).acceptableNumbers());
        var blind = judge(ask(new Desk(Optional.empty(), false), body, null));
        assertEquals(List.of(7598), blind.codes());
        assertEquals("LSR-17", blind.pon());
        assertEquals(List.of("2065550100", "2065550101"), blind.acceptableNumbers(),
                "as they were asked for, where nothing can be looked up");
        assertEquals(List.of(),
                judge(ask(new Desk(wrong, true), "?".getBytes(StandardCharsets.UTF_8), null)).acceptableNumbers());
    }

    @Example
    void refusesWithoutItsMessageFilesToo() {
        var validation = new Validation(
                new Desk(Optional.of(answer(Verdict.REFUSED, List.of(Refusal.PIN_INVALID))), true), () -> {
                    throw new IllegalStateException("no messages");
                }, TestFailures.uncounted(), new SimpleMeterRegistry());
        for (String body : List.of(PortOut.of("2065550100").xml(), "?")) {
            assertTrue(judge(validation.answer(ASKER, body.getBytes(StandardCharsets.UTF_8), null, "192.0.2.1",
                    new Exchange(Instant.EPOCH))).isKept());
        }
        assertTrue(judge(Validation.unread()).isKept());
    }

    @Example
    void echoesAsMuchOfALongPonAsThePlatformReads() {
        var body = PortOut.of("2065550100").withPon("LSR-000000000000000000000000000017").xml()
                .getBytes(StandardCharsets.UTF_8);
        var judgement = judge(ask(new Desk(Optional.of(answer(Verdict.ALLOWED, List.of())), true), body, null));
        assertTrue(judgement.isKept());
        assertEquals("LSR-000000000000000000000", judgement.pon());
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
