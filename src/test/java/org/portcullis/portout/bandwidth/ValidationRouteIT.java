package org.portcullis.portout.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.partner.BandwidthJudgement.Fate;
import org.portcullis.partner.BandwidthJudgement;
import org.portcullis.partner.BandwidthPlatform.PortOut;
import org.portcullis.partner.BandwidthPlatform;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class ValidationRouteIT extends PortalTest {

    private static final String PIN = "73910482";

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());
    private final String number = number();
    private final String other = number();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .withNumber(other).saved();
    private final Fixtures.Person admin = organization.admin();

    private static String number() {
        return "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private Visitor setPin() {
        var visitor = Visitor.inEnglish().signedInAs(admin);
        assertEquals(303, visitor.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", PIN)).status());
        return visitor;
    }

    private static void assertRefused(int code, Reply reply) {
        var judgement = BandwidthJudgement.of(reply.status(), reply.type(),
                reply.body().getBytes(StandardCharsets.UTF_8));
        assertTrue(judgement.isKept(), () -> judgement + reply.body());
        assertFalse(judgement.isIndiscreet(), reply.body());
        assertEquals(List.of(code), judgement.codes(), reply.body());
    }

    @Test
    void letsNumbersLeaveWithTheRightPin() {
        var visitor = setPin();
        var reply = carrier.ask("<PON>LSR-17</PON><Pin>" + PIN
                + "</Pin><AccountNumber>4471-90382</AccountNumber><ZipCode>98101</ZipCode>"
                + "<SubscriberName>Cascade</SubscriberName>", number);
        assertEquals(200, reply.status());
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><PortOutValidationResponse><Portable>true</Portable><PON>LSR-17</PON>"
                        + "</PortOutValidationResponse>",
                reply.body());
        assertTrue(visitor.get("/port-orders").text().contains("LSR-17"));
        assertEquals(List.of(admin.email()),
                Row.select("select * from notice where subject like 'Your numbers are to leave%' and recipient = ?",
                        admin.email()).stream().map(notice -> notice.get("recipient")).toList());
    }

    @Test
    void refusesWithTheCodeOfEachReason() {
        assertRefused(7519, carrier.ask("<Pin>" + PIN + "</Pin>", number));
        setPin();
        assertRefused(7510, carrier.ask("<Pin>" + PIN + "</Pin><AccountNumber/>", number));
        assertRefused(7511, carrier.ask("<Pin>" + PIN + "</Pin><AccountNumber>1</AccountNumber>", number));
        assertRefused(7512, carrier.ask("", number));
        assertRefused(7513, carrier.ask("<Pin>73910483</Pin>", number));
        assertRefused(7514, carrier.ask("<Pin>" + PIN + "</Pin><ZipCode/>", number));
        assertRefused(7515, carrier.ask("<Pin>" + PIN + "</Pin><ZipCode>1</ZipCode>", number));
        assertRefused(7516, carrier.ask("<Pin>" + PIN + "</Pin>", number()));
        var many = IntStream.rangeClosed(0, 20_000).mapToObj(i -> "+1212" + (2_000_000 + i)).toArray(String[]::new);
        assertRefused(7517, carrier.ask("<Pin>" + PIN + "</Pin>", many));
        Row.update("update telephone_number set active = false where number = ?", other);
        assertRefused(7518, carrier.ask("<Pin>" + PIN + "</Pin>", other));
        var abroad = number();
        Fixtures.organization("Lumière").inFrance().withNumber(abroad).saved();
        assertRefused(7519, carrier.ask("<Pin>" + PIN + "</Pin>", abroad));
        Row.update(
                "insert into port_out_lock (organization_id, number, set_at, set_by_id, set_by_name) values (?, ?, current_timestamp, ?, 'The admin')",
                organization.id(), number, UUID.randomUUID());
        assertRefused(7519, carrier.ask("<Pin>" + PIN + "</Pin>", number));
        assertRefused(7598, carrier.ask("<Pin>" + PIN + "</Pin><Pin>" + PIN + "</Pin>", number));
    }

    @Test
    void givesBackTheNumbersThatWouldBeRight() {
        setPin();
        Row.update("update telephone_number set active = false where number = ?", other);
        var strange = number();
        var judgement = platform().ask(PortOut.of("+1" + number.substring(2), other.substring(2), strange.substring(2))
                .withPin(PIN).withPon("LSR-17"));
        assertEquals(Fate.CANCELLED, judgement.fate());
        assertEquals(List.of(number.substring(2)), judgement.acceptableNumbers());
        assertEquals("LSR-17", judgement.pon());
        assertEquals(List.of(number.substring(2)),
                platform().ask(PortOut.of(number.substring(2)).withPin("73910483")).acceptableNumbers());
    }

    /** Each retry after five minutes is refused, and each refusal has the numbers. */
    @Test
    void refusesThePlatformsRetriesToo() {
        setPin();
        var guess = PortOut.of(number.substring(2)).withPin("73910483");
        for (int i = 0; i < 9; i++) {
            var judgement = platform().ask(guess);
            assertEquals(List.of(7513), judgement.codes());
            assertEquals(List.of(number.substring(2)), judgement.acceptableNumbers());
        }
    }

    private BandwidthPlatform platform() {
        return new BandwidthPlatform(Surroundings.portalUrl(), carrier.authorization(), time -> {});
    }

    @Test
    void showsTheDeskWhatCouldNotBeRead() {
        var pon = "LSR-" + UUID.randomUUID().toString().substring(0, 8);
        var twice = "<PON>" + pon + "</PON><Pin>482913</Pin><Pin>482913</Pin>";
        assertRefused(7598, carrier.ask(twice, number));
        assertRefused(7598, carrier.ask(twice, number));
        var desk = Fixtures.desk();
        var list = Visitor.inEnglish().signedInAs(desk).get("/desk/port-out-requests?reason=unreadable");
        assertTrue(list.text().contains(pon + " – – "), list.text());
        assertTrue(list.text().contains("An element is there more than once. Element: Pin."), list.text());
        var id = Row.select("select id from port_out_request where pon = ?", pon);
        assertEquals(1, id.size(), "the same mistake twice is one request");
        var page = Visitor.inFrench().signedInAs(desk).get("/desk/port-out-requests/" + id.get(0).get("id"));
        assertTrue(page.text().contains("Un élément figure plus d'une fois. Élément : Pin."), page.text());
        assertTrue(page.text().contains("Demande illisible de l'opérateur Platform"), page.text());
        assertFalse(page.text().contains("482913"), page.text());
    }

    @Test
    void keepsFewOfManyMistakes() {
        var flood = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 8; i++) {
            assertRefused(7598, carrier.ask("<PON>" + flood + "-" + i + "</PON><PON/>", number));
        }
        assertEquals(5, Row.select("select id from port_out_request where pon like ?", flood + "-%").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/json", "a/b"})
    void answersWhateverTheMediaTypeSays(String type) {
        assertRefused(7516, carrier.post(BodyPublishers.ofString(AskingCarrier.xml("", number())), type));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 4_000_000, 30_000_000})
    void refusesWhatIsTooLong(int length) {
        assertRefused(7598, carrier.post(BodyPublishers.ofByteArray(new byte[length]), "application/xml"));
        var piece = new byte[1 << 16];
        var pieces = IntStream.range(0, length / piece.length).mapToObj(i -> piece).toList();
        assertRefused(7598, carrier.post(BodyPublishers.ofByteArrays(pieces), "application/xml"));
    }

    @Test
    void refusesWhatIsNotXml() {
        assertRefused(7598, carrier.post(BodyPublishers.noBody(), "application/xml"));
        assertRefused(7598, carrier.post(BodyPublishers.ofString(
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><PortOutValidationRequest><PON>&a;</PON>"
                        + "</PortOutValidationRequest>"),
                "application/xml"));
    }

    @Test
    void answersNobodyWithoutTheRightCredential() {
        for (String shown : new String[] {null, "Basic Ym9iOmJvYg==", "Basic !", "Bearer x", "Negotiate"}) {
            var reply = carrier.showing(shown).ask("", number);
            assertEquals(401, reply.status());
            assertEquals("", reply.body());
        }
        assertFalse(carrier.ask("", number).isPortable());
    }
}
