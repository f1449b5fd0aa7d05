package org.portcullis.portout.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class DeskRequestResourceIT extends PortalTest {

    private static final String REQUESTS = "/desk/port-out-requests";

    /** Marks this test's requests, since the list also shows those of other tests. */
    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final Fixtures.Organization organization = Fixtures.organization("Cascade " + own).saved();
    private final Fixtures.Organization other = Fixtures.organization("Olympic " + own).saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);

    private String carrier(String name) {
        return name + " " + own;
    }

    private Page list(String filter) {
        return desk.get(REQUESTS + "?carrier=" + own + filter);
    }

    private List<String> carriers(Page page) {
        return page.document().select("table.requests tbody th a").eachText().stream()
                .map(name -> name.replace(" " + own, "")).sorted().toList();
    }

    private static List<String> cells(Page page, String label) {
        return page.document().select("table.requests tbody td[data-label=" + label + "]").eachText().stream()
                .map(Page::folded).toList();
    }

    @Test
    void listsTheRequestsOfAllOrganizationsAndOfNobody() {
        var newest = Instant.parse("2026-06-02T16:05:00Z");
        organization.request(carrier("Columbia")).refusedFor("GUESSING_LOCKED").received(newest).saved();
        other.request(carrier("Rainier")).allowed().received(newest.minusSeconds(60)).saved();
        Fixtures.nobodysRequest(carrier("Baker")).refusedFor("NOT_RECOGNISED").received(newest.minusSeconds(120))
                .saved();
        assertEquals("Port-out requests", desk.get("/desk").click("Port-out requests").heading());
        var page = list("");
        assertEquals(List.of("Cascade " + own, "Olympic " + own, "Numbers of no organization, or of several"),
                cells(page, "Organization"));
        assertEquals(List.of("Refused", "Allowed", "Refused"), cells(page, "Decision"));
        assertEquals(List.of("PIN not looked at: guessing was stopped", "–", "A number is not with us"),
                cells(page, "Reason"));
        assertEquals("Cascade " + own, page.click("Cascade " + own).heading());
        assertEquals(List.of("All", "Waiting for the customer", "Allowed", "Refused"),
                page.document().select(".chip").eachText());
    }

    @Test
    void filtersByWhateverTheDeskKnows() {
        organization.request(carrier("Columbia")).over("BANDWIDTH").refusedFor("LOCKED")
                .received(Instant.parse("2026-06-02T16:05:00Z")).saved();
        organization.request(carrier("Rainier")).allowed().received(Instant.parse("2026-06-05T16:05:00Z")).saved();
        other.request(carrier("Baker")).refusedFor("GUESSING_LOCKED").received(Instant.parse("2026-06-08T16:05:00Z"))
                .saved();
        other.request(carrier("Adams")).awaitingApprovalUntil(Instant.now().plus(Duration.ofDays(3)))
                .received(Instant.parse("2026-06-09T16:05:00Z")).saved();
        assertEquals(List.of("Columbia", "Rainier"), carriers(list("&organization=cascade+" + own)));
        assertEquals(List.of("Columbia"), carriers(list("&channel=bandwidth")));
        assertEquals(List.of("Columbia"), carriers(list("&reason=locked")));
        assertEquals(List.of("Baker"), carriers(list("&reason=guessing-locked")));
        assertEquals(List.of("Baker", "Rainier"), carriers(list("&from=2026-06-04&to=2026-06-08")));
        assertEquals(List.of("Adams"), carriers(list("").click("Waiting for the customer")));
        assertEquals(List.of("Rainier"), carriers(list("&organization=cascade").click("Allowed")));
        assertEquals(400, list("&from=yesterday").status());
        var page = list("&reason=locked&channel=bandwidth");
        assertEquals("Locked", page.document().selectFirst("#reason option[selected]").text());
        assertEquals("Bandwidth", page.document().selectFirst("#channel option[selected]").text());
        assertTrue(list("&organization=nobody").text().contains("No request matches"));
    }

    @Test
    void turnsPages() {
        IntStream.range(0, 30).forEach(i -> other.request(carrier("Carrier %02d".formatted(i)))
                .received(Instant.parse("2026-06-02T16:05:00Z")).saved());
        var first = list("");
        var second = first.click("Older requests");
        assertEquals(List.of(25, 5), List.of(carriers(first).size(), carriers(second).size()));
        assertEquals(carriers(first), carriers(second.click("Newer requests")));
        assertFalse(carriers(first).stream().anyMatch(carriers(second)::contains));
    }

    @Test
    void saysWhatToTellTheCarrierAndWhatNot() {
        var id = organization.request(carrier("Columbia")).forNumbers("+12065550100-+12065550149", 50)
                .refusedFor("GUESSING_LOCKED").saved();
        var page = list("").click(carrier("Columbia"));
        assertEquals(carrier("Columbia") + " asks for 50 numbers", page.heading());
        var card = Page.folded(page.document().selectFirst("section.now").text());
        assertTrue(card.contains(
                "What to tell the carrier The numbers may not leave. These reasons, and nothing else: The PIN is invalid."),
                card);
        assertTrue(card.contains("For us alone: PIN not looked at: guessing was stopped"), card);
        assertTrue(page.text().contains("+1 206-555-0100–0149"), "unmasked");
        assertTrue(page.document().select(".checks li").last().text()
                .startsWith("The PIN was right Failed PIN not looked at"));
        var plain = desk
                .get(REQUESTS + "/" + organization.request(carrier("Rainier")).refusedFor("ZIP_INVALID").saved());
        assertTrue(plain.text().contains("The ZIP code is invalid.") && !plain.text().contains("For us alone"));
        assertEquals(404, desk.get(REQUESTS + "/" + UUID.randomUUID()).status());
        assertEquals(403, desk.get("/port-out-requests/" + id).status(), "the customer's page is the customer's");
    }

    @Test
    void tellsWhereARequestStands() {
        var pon = organization.order("Leaving").out().in("PROCESSING").withNumber("+12065550100").saved();
        var allowed = desk.get(REQUESTS + "/"
                + organization.request(carrier("Columbia")).leavingWith(organization.orderId(pon)).reported().saved());
        assertTrue(
                allowed.text().contains(
                        "The numbers may leave. Settle the date, and give our order number. Our order number: " + pon),
                allowed.text());
        assertTrue(allowed.text().contains("The customer says: this was not us")
                && allowed.text().contains("by The admin. Call the customer"));
        assertEquals(200, allowed.click(pon).status());
        var waiting = desk.get(REQUESTS + "/" + organization.request(carrier("Rainier"))
                .awaitingApprovalUntil(Instant.parse("2100-01-02T12:00:00Z")).saved());
        assertTrue(waiting.text().contains("the customer has still to approve")
                && waiting.text().contains("The customer has time until January 2, 2100"), waiting.text());
        assertFalse(waiting.hasButton("Approve") || waiting.hasLink("This was not us"), "the desk has no word in it");
        var asked = desk
                .get(REQUESTS + "/" + organization.request(carrier("Baker")).over("BANDWIDTH").approved().saved());
        assertTrue(
                asked.text().contains("The customer approved. As soon as the carrier asks again, the numbers leave."));
        var nobodys = desk
                .get(REQUESTS + "/" + Fixtures.nobodysRequest(carrier("Adams")).refusedFor("NOT_RECOGNISED").saved());
        assertTrue(nobodys.text().contains("Nobody: these numbers belong to no single organization."));
    }

    @Test
    void speaksFrench() {
        organization.request(carrier("Columbia")).refusedFor("GUESSING_SLOWED").saved();
        Fixtures.nobodysRequest(carrier("Baker")).refusedFor("NOT_RECOGNISED").saved();
        var page = Visitor.inFrench().signedInAs(person).get(REQUESTS + "?carrier=" + own);
        assertEquals("fr-FR", page.language());
        assertEquals(List.of("Toutes", "En attente du client", "Autorisées", "Refusées"),
                page.document().select(".chip").eachText());
        assertEquals(List.of("Code non examiné : trop de codes erronés juste avant", "Un numéro n'est pas chez nous"),
                cells(page, "Motif").stream().sorted().toList());
        var detail = page.click(carrier("Columbia"));
        assertEquals(carrier("Columbia") + " demande 1 numéro", detail.heading());
        assertTrue(detail.text().contains(
                "Les numéros ne peuvent pas partir. Ces motifs, et rien d'autre : Le code confidentiel n'est pas valable."),
                detail.text());
        assertTrue(detail.text().contains("Pour nous seuls : code non examiné : trop de codes erronés juste avant"),
                detail.text());
    }

    @Test
    void showsNumbersThatAreNotOursAsACountAndAFingerprint() {
        var platform = AskingCarrier.knownTo(Surroundings.portalUrl());
        var pon = UUID.randomUUID().toString().substring(0, 20);
        // Not used by another test.
        var unknown = "+1934" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_990);
        var reply = platform.ask("<PON>" + pon + "</PON><Pin>482913</Pin>", unknown,
                unknown.substring(0, 11) + (unknown.endsWith("0") ? "1" : "0"));
        assertEquals(List.of(7516), reply.codes());
        var id = Row.select("select * from port_out_request where pon = ?", pon).get(0);
        var page = desk.get("/desk/port-out-requests/" + id.get("id"));
        assertTrue(page.text().contains(
                "2 numbers are not with us. They are counted, but not kept. Fingerprint (the same for the same numbers): "
                        + id.get("unknown_digest")),
                page.text());
        assertFalse(page.text().contains("212-555-0177"));
        assertTrue(desk.get("/desk/port-out-requests?carrier=" + id.get("asker_name").replace(' ', '+')).text()
                .contains("not with us 2"));
        var french = Visitor.inFrench().signedInAs(Fixtures.desk()).get("/desk/port-out-requests/" + id.get("id"));
        assertTrue(french.text().contains("2 numéros ne sont pas chez nous."), french.text());
    }
}
