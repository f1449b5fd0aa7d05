package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class CarrierResourceIT extends PortalTest {

    private static final String NEW = "/desk/carriers/new";
    private static final String BANDWIDTH = "/carrier/bandwidth/port-out-validation";
    /** A missing page: 404 shows that the carrier was let in. */
    private static final String API = "/api/nothing";

    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String name = "Rainier Voice " + UUID.randomUUID();

    private Page created(String protocol) {
        return desk.get(NEW).submit(NEW, Map.of("name", name, "protocol", protocol));
    }

    private static String basic(Page made) {
        return basic(made.field("User name").val(), made.field("Secret").val());
    }

    private static String basic(String username, String secret) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static Visitor carrier(String authorization) {
        return Visitor.inEnglish().with("Authorization", authorization);
    }

    private Page detail() {
        return desk.get("/desk/carriers").click(name);
    }

    @Test
    void showsASecretOnceAndNeverAgain() {
        var made = created("API");
        assertEquals(200, made.status());
        assertEquals("no-store", made.header("Cache-Control").orElseThrow());
        assertTrue(made.text().contains("the secret is shown this once"));
        assertTrue(made.field("Address for requests").val().endsWith("/api/port-out-requests"));
        var secret = made.field("Secret").val();
        var page = made.click("I have copied it");
        assertEquals(name, page.heading());
        assertFalse(page.source().contains(secret));
        assertTrue(page.source().contains(made.field("User name").val()));
        assertEquals(404, carrier(basic(made)).get(API).status());
        assertEquals(404, carrier("Bearer " + made.field("Key").val()).get(API).status());
    }

    @Test
    void makesADoubleSendHarmless() {
        var form = desk.get(NEW);
        assertEquals(200, form.submit(NEW, Map.of("name", name, "protocol", "API")).status());
        var again = form.submit(NEW, Map.of("name", name, "protocol", "API"));
        assertEquals(303, again.status());
        assertTrue(again.follow().text().contains("This form was sent before."));
        assertEquals(1, Row.select("select * from carrier where name = ?", name).size());
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        var page = desk.get(NEW).submit(NEW, Map.of("name", " "));
        assertEquals(400, page.status());
        assertEquals("Error: Enter a name.", page.problemOf(page.field("Name")));
        assertTrue(page.text().contains("Choose a protocol."));
        created("API");
        var taken = desk.get(NEW).submit(NEW, Map.of("name", name, "protocol", "API"));
        assertEquals(400, taken.status());
        assertTrue(taken.problemOf(taken.field("Name")).contains("There is a carrier with this name"));
    }

    @Test
    void rotatesWithAnOverlapAndRevokes() {
        var first = created("API");
        var form = detail().click("Make a new credential");
        var action = form.document().selectFirst("form[action$=/rotation]").attr("action");
        assertTrue(form.document().selectFirst("input[value=DAY]").hasAttr("checked"));
        var second = form.submit(action, Map.of());
        assertEquals(200, second.status());
        assertEquals(404, carrier(basic(first)).get(API).status());
        assertEquals(404, carrier(basic(second)).get(API).status());
        assertTrue(form.submit(action, Map.of()).follow().text().contains("This form was sent before."));
        var confirmation = detail().click("Revoke: " + first.field("User name").val());
        assertTrue(confirmation.press("Revoke", Map.of()).follow().text().contains("The credential is revoked."));
        assertEquals(401, carrier(basic(first)).get(API).status());
        assertTrue(detail().click("Revoke the carrier").press("Revoke the carrier", Map.of()).follow().text()
                .contains("The carrier is revoked."));
        assertEquals(401, carrier(basic(second)).get(API).status());
        assertTrue(detail().hasLink("Let it ask again"));
        assertTrue(person.auditEntries().stream().anyMatch(entry -> entry.get("event").equals("CREDENTIAL_REVOKED")));
    }

    @Test
    void warnsThatSilenceIsApproval() {
        created("BANDWIDTH");
        assertTrue(detail().click("Revoke the carrier").text()
                .contains("Bandwidth takes a request that gets no valid answer for approved."));
    }

    @Test
    void isInFrenchToo() {
        created("API");
        var french = Visitor.inFrench().signedInAs(person).get("/desk/carriers");
        assertEquals("Opérateurs", french.heading());
        assertTrue(french.click(name).text().contains("Créer un nouvel identifiant"));
    }

    @Test
    void answersStrangersWithoutAPageASignInOrACookie() {
        var address = Visitor.someAddress();
        var made = created("BANDWIDTH");
        var wrong = basic(made.field("User name").val(), "made-up-secret");
        for (String authorization : new String[] {wrong, "Basic %%%", basic("nobody", "x"), basic(made), "Bearer x"}) {
            var answer = carrier(authorization).comingFrom(address).get(API);
            assertEquals(401, answer.status(), authorization);
            assertEquals("Basic realm=\"Portcullis\", charset=\"UTF-8\"",
                    answer.header("WWW-Authenticate").orElseThrow());
            assertTrue(answer.header("Set-Cookie").isEmpty());
        }
        var bandwidth = carrier(wrong).send("POST", BANDWIDTH, "<x/>", "application/xml");
        assertEquals(401, bandwidth.status());
        assertEquals("", bandwidth.source());
        assertEquals(401, Visitor.inEnglish().send("POST", BANDWIDTH, "<x/>", "application/xml").status());
        var noted = Row.select("select * from audit_entry where event = 'CREDENTIAL_REFUSED' and address = ?", address);
        assertEquals(1, noted.size(), "one for each minute");
        assertEquals("API WRONG", noted.get(0).get("detail"));
        assertEquals(name, noted.get(0).get("subject_name"));
        assertFalse(noted.toString().contains("made-up-secret"));
    }

    @Test
    void heedsNoSessionWhereMachinesAsk() {
        assertEquals(401, desk.get(API).status());
        assertEquals(401, desk.send("POST", BANDWIDTH, "<x/>", "application/xml").status());
        var visitor = carrier(basic(created("API")));
        assertEquals(404, visitor.get(API).status());
        assertNull(visitor.cookie("csrf-token"));
        assertEquals(303, visitor.get("/port-orders").status(), "a credential opens no page");
    }

    @Test
    void stillAsksAFormForItsToken() {
        assertEquals(400, desk.send("POST", "/desk/next", null, null).status());
        assertEquals(400, desk.post("/desk/next", Map.of()).status());
    }
}
