package org.portcullis.bandwidth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.AskingCarrier.Reply;
import org.portcullis.testing.Given;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

abstract class ValidationRouteTest extends PortalTest {

    private static final String PIN = "73910482";

    private final AskingCarrier carrier = AskingCarrier.knownTo(Surroundings.portalUrl());
    private final String number = number();
    private final String other = number();
    private final Given.Organization organization = Given.organization("Cascade Freight").withNumber(number).withNumber(other).saved();
    private final Given.Person admin = organization.admin();

    private static String number() {
        return "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    }

    private Visitor setPin() {
        var visitor = Visitor.inEnglish().signedInAs(admin);
        assertEquals(303, visitor.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", PIN)).status());
        return visitor;
    }

    private static void assertRefused(int code, Reply reply) {
        assertEquals(200, reply.status(), reply.body());
        assertEquals("application/xml;charset=UTF-8", reply.type());
        assertTrue(reply.body().contains("<Portable>false</Portable>"), reply.body());
        assertEquals(List.of(code), reply.codes(), reply.body());
    }

    @Test
    void letsNumbersLeaveWithTheRightPin() {
        var visitor = setPin();
        var reply = carrier.ask("<PON>LSR-17</PON><Pin>" + PIN + "</Pin><AccountNumber>4471-90382</AccountNumber><ZipCode>98101</ZipCode>"
                + "<SubscriberName>Cascade</SubscriberName>", number);
        assertEquals(200, reply.status());
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><PortOutValidationResponse><Portable>true</Portable><PON>LSR-17</PON>"
                + "</PortOutValidationResponse>", reply.body());
        assertTrue(visitor.get("/port-orders").text().contains("LSR-17"));
        assertEquals(List.of(admin.email()), Row.select("select * from notice where subject like 'Your numbers are to leave%' and recipient = ?",
                admin.email()).stream().map(notice -> notice.get("recipient")).toList());
    }

    @Test
    void refusesWithTheCodeOfEachReason() {
        assertRefused(7520, carrier.ask("<Pin>" + PIN + "</Pin>", number));
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
        Given.organization("Lumière").inFrance().withNumber(abroad).saved();
        assertRefused(7519, carrier.ask("<Pin>" + PIN + "</Pin>", abroad));
        Row.update("insert into port_out_lock (organization_id, number, set_at, set_by_id, set_by_name) values (?, ?, current_timestamp, ?, 'The admin')",
                organization.id(), number, UUID.randomUUID());
        assertRefused(7520, carrier.ask("<Pin>" + PIN + "</Pin>", number));
        assertRefused(7598, carrier.ask("<Pin>" + PIN + "</Pin><Pin>" + PIN + "</Pin>", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json", "a/b"})
    void answersWhateverTheMediaTypeSays(String type) {
        assertRefused(7516, carrier.post(BodyPublishers.ofString(AskingCarrier.xml("", number())), type));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 4_000_000, 100_000_000})
    void refusesWhatIsTooLong(int length) {
        var piece = new byte[1 << 16];
        var pieces = IntStream.range(0, length / piece.length).mapToObj(i -> piece).toList();
        assertRefused(7598, carrier.post(BodyPublishers.ofByteArrays(pieces), "application/xml"));
    }

    @Test
    void refusesWhatIsNotXml() {
        assertRefused(7598, carrier.post(BodyPublishers.noBody(), "application/xml"));
        assertRefused(7598, carrier.post(BodyPublishers.ofString("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><PortOutValidationRequest><PON>&a;</PON>"
                + "</PortOutValidationRequest>"), "application/xml"));
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
