package org.portcullis.portout.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class PortOutRequestResourceIT extends PortalTest {

    private static final String PATH = PortOutRequestResource.PATH;
    private static final String JSON = "application/json";
    private static final String PIN = "73910482";

    private final String number = "+1310" + ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number)
            .saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor carrier = carrier();

    /** A carrier that the desk has created, with its key. */
    private static Visitor carrier() {
        var made = Visitor.inEnglish().signedInAs(Fixtures.desk()).get("/desk/carriers/new")
                .submit("/desk/carriers/new", Map.of("name", "Rainier Voice " + UUID.randomUUID(), "protocol", "API"));
        return Visitor.inEnglish().with("Authorization", "Bearer " + made.field("Key").val()).with("Accept", JSON);
    }

    private Page ask(String pin) {
        return post("{\"numbers\":[\"" + number + "\"],\"pin\":\"" + pin + "\",\"pon\":\"PON-1\"}");
    }

    private Page post(String body) {
        return carrier.send("POST", PATH, body, JSON);
    }

    private static JsonNode json(Page answer) {
        try {
            return new ObjectMapper().readTree(answer.source());
        } catch (IOException e) {
            throw new AssertionError(answer.source(), e);
        }
    }

    private static void assertProblem(int status, String type, Page answer) {
        assertEquals(status, answer.status(), answer.source());
        assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow().replaceFirst(";.*", ""));
        assertEquals("urn:portcullis:problem:" + type, json(answer).get("type").asText());
        assertEquals(status, json(answer).get("status").asInt());
        assertFalse(json(answer).has("verdict") || answer.source().contains("ALLOWED"));
        assertTrue(answer.header("Set-Cookie").isEmpty());
    }

    @Test
    void allowsWithTheRightPinAndTellsWhoseNumbersTheyAre() {
        organization.withPin(PIN);
        var answer = ask(PIN);
        assertEquals(201, answer.status());
        assertEquals("ALLOWED", json(answer).get("verdict").asText());
        assertTrue(json(answer).get("reasons").isEmpty());
        assertEquals("PON-1", json(answer).get("pon").asText());
        assertEquals("OUT", Fixtures.orderRow(json(answer).get("orderPon").asText()).get("direction"));
        assertTrue(Mails.to(admin.email(), 1).stream().anyMatch(mail -> mail.text().contains("Rainier Voice")));
        var later = carrier.get(answer.redirect());
        assertEquals(200, later.status());
        assertEquals(answer.source(), later.source());
    }

    @Test
    void refusesWithEveryReasonByNameAndInTheReadersLanguage() {
        organization.withPin(PIN);
        var wrong = ask("00000000");
        assertEquals("REFUSED", json(wrong).get("verdict").asText());
        assertEquals("PIN_INVALID", json(wrong).at("/reasons/0/code").asText());
        assertEquals("The PIN is invalid.", json(wrong).at("/reasons/0/text").asText());
        assertEquals("en-US", wrong.header("Content-Language").orElseThrow());
        carrier.with("Accept-Language", "de,fr;q=0.8");
        var french = post("{\"numbers\":[\"" + number + "\"],\"zipCode\":\"00000\",\"accountNumber\":\"1\"}");
        assertEquals("Refusée", json(french).get("verdictText").asText());
        assertEquals("fr-FR", french.header("Content-Language").orElseThrow());
        assertTrue(french.headers("Vary").contains("Accept-Language"));
        assertTrue(french.source().contains("ACCOUNT_NUMBER_INVALID") && french.source().contains("ZIP_INVALID"),
                french.source());
        assertFalse(Row.select("select * from port_out_request").toString().contains("00000000"));
    }

    @Test
    void keepsEachCarriersRequestsFromTheOthers() {
        var answer = ask("");
        assertEquals(200, carrier.get(answer.redirect()).status());
        assertProblem(404, "not-found", carrier().get(answer.redirect()));
        assertProblem(404, "not-found", carrier.get(PATH + "/" + UUID.randomUUID()));
        assertProblem(404, "not-found", carrier.get(PATH + "/nonsense"));
    }

    @Test
    void answersTheSameKeyAlike() {
        carrier.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = ask("");
        organization.withPin(PIN);
        assertEquals(first.source(), ask("").source());
        assertProblem(422, "key-reused", ask(PIN));
        carrier.with("Idempotency-Key", "two words");
        assertProblem(400, "bad-request", ask(PIN));
    }

    @Test
    void saysWhatIsWrongWithoutRepeatingIt() {
        var invalid = post("{\"pin\":" + PIN + "}");
        assertProblem(400, "invalid", invalid);
        assertEquals("#/pin", json(invalid).at("/errors/0/pointer").asText());
        assertFalse(invalid.source().contains(PIN));
        assertProblem(400, "malformed", post("{\"pin\":\"" + PIN));
        assertProblem(405, "method-not-allowed", carrier.get(PATH));
        assertEquals("POST", carrier.get(PATH).header("Allow").orElseThrow());
        assertProblem(415, "unsupported-type",
                carrier.send("POST", PATH, "pin=" + PIN, "application/x-www-form-urlencoded"));
        assertProblem(415, "unsupported-type", carrier.send("POST", PATH, "{}", "application/json;charset=utf-16"));
        assertProblem(413, "too-large", post("[" + "1,".repeat(600_000) + "1]"));
        assertProblem(404, "not-found", carrier.get("/api"));
        assertProblem(406, "not-acceptable", carrier.with("Accept", "text/html").send("POST", PATH, "{}", JSON));
    }

    @Test
    void answersNobodyElse() {
        var stranger = Visitor.inFrench().send("POST", PATH, "{}", JSON);
        assertProblem(401, "unauthorized", stranger);
        assertEquals("Non authentifié", json(stranger).get("title").asText());
        assertProblem(401, "unauthorized", Visitor.inEnglish().signedInAs(admin).get(PATH + "/" + UUID.randomUUID()));
    }
}
