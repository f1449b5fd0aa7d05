package org.portcullis.portout.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class PortOutRequestResourceIT extends PortalTest {

    private static final String REQUESTS = "/port-out-requests";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static List<String> chips(Page page) {
        return page.document().select(".chip").eachText().stream().map(Page::folded).toList();
    }

    private static List<String> rows(Page page) {
        return page.document().select("table.requests tbody tr").eachText().stream().map(Page::folded).toList();
    }

    private static List<String> carriers(Page page) {
        return page.document().select("table.requests tbody th a").eachText();
    }

    /** @return the lines in a column of the only row */
    private static List<String> lines(Page page, String label) {
        return page.document().select("table.requests tbody td[data-label=" + label + "] > span > span").eachText()
                .stream().map(Page::folded).toList();
    }

    /** @return the text in a column of the only row */
    private static String cell(Page page, String label) {
        return Page.folded(page.document().select("table.requests tbody td[data-label=" + label + "]").text());
    }

    private List<String> foundWith(String filter) {
        return carriers(visitor.get(REQUESTS + "?" + filter));
    }

    @Test
    void showsWhatWasDecidedWithEachReasonInPlainWords() {
        organization.request("Columbia Fiber").refusedFor("NOT_ACTIVE", "ZIP_INVALID").withPon("LSR-77").askedTimes(3)
                .received(Instant.parse("2026-06-02T16:05:00Z")).saved();
        var page = visitor.get("/port-orders").click("Port-out requests");
        assertEquals("Port-out requests", page.heading());
        assertEquals(List.of("Columbia Fiber"), carriers(page));
        assertTrue(rows(page).get(0).contains("LSR-77"));
        assertEquals(List.of("June 2, 2026, 9:05 AM", "asked 3 times, last on June 2, 2026, 9:05 AM"),
                lines(page, "Asked"));
        assertEquals("Refused", cell(page, "Decision"));
        assertEquals(
                List.of("At least one of the numbers is not in service.", "The ZIP code was not that of your address."),
                lines(page, "Reason"));
    }

    @Test
    void countsEachDecisionAndShowsOnlyThatOne() {
        organization.request("Allowing").allowed().saved();
        organization.request("Waiting").awaitingApprovalUntil(inDays(3)).saved();
        organization.request("Refusing One").saved();
        organization.request("Refusing Two").refusedFor("LOCKED").saved();
        Fixtures.organization("Other").saved().request("Of others").saved();
        var page = visitor.get(REQUESTS);
        assertEquals(List.of("All 4", "Need your approval 1", "Allowed 1", "Refused 2"), chips(page));
        assertEquals(4, rows(page).size());
        assertEquals(List.of("Allowing"), carriers(page.click("Allowed 1")));
        assertEquals(List.of("Waiting"), carriers(page.click("Need your approval 1")));
        var refused = page.click("Refused 2");
        assertEquals(List.of("Refusing One", "Refusing Two"), carriers(refused).stream().sorted().toList());
        assertEquals("Refused 2", Page.folded(refused.document().selectFirst(".chip[aria-current]").text()));
        assertEquals("refused", refused.document().selectFirst("form.list-form input[name=verdict]").val(),
                "a further filter keeps it");
        assertEquals(4, rows(refused.click("All 4")).size());
    }

    @Test
    void filtersByCarrierDaysAndReason() {
        organization.request("Columbia Fiber").received(Instant.parse("2026-06-02T06:59:59Z")).saved();
        organization.request("Columbia Cable").received(Instant.parse("2026-06-02T07:00:00Z")).allowed().saved();
        organization.request("Rainier 100%").received(Instant.parse("2026-06-03T06:59:59Z"))
                .refusedFor("GUESSING_LOCKED").saved();
        organization.request("Olympic").received(Instant.parse("2026-06-03T07:00:00Z")).refusedFor("LOCKED")
                .over("BANDWIDTH").saved();
        assertEquals(List.of("Columbia Cable", "Columbia Fiber"), foundWith("carrier=cOLUMBIA"));
        assertEquals(List.of("Rainier 100%"), foundWith("carrier=100%25"));
        assertEquals(List.of("Rainier 100%", "Columbia Cable"), foundWith("from=2026-06-02&to=2026-06-02"));
        assertEquals(List.of("Olympic"), foundWith("from=2026-06-03"));
        assertEquals(List.of("Columbia Fiber"), foundWith("to=2026-06-01"));
        assertEquals(List.of("Olympic"), foundWith("reason=locked"));
        assertEquals(List.of("Olympic"), foundWith("channel=bandwidth"));
        assertEquals(List.of("Columbia Cable"), foundWith("carrier=columbia&verdict=allowed"));
        var page = visitor.get(REQUESTS + "?carrier=columbia");
        assertEquals(List.of("All 2", "Need your approval 0", "Allowed 1", "Refused 1"), chips(page));
        assertEquals("columbia", page.field("Carrier").val());
        assertEquals(4, rows(page.click("Clear all")).size());
    }

    @Test
    void saysWhenNothingMatchesAndWhenADayIsNone() {
        organization.request("Columbia Fiber").saved();
        var none = visitor.get(REQUESTS + "?carrier=nobody");
        assertTrue(none.text().contains("No request matches"));
        assertEquals(List.of("Columbia Fiber"), carriers(none.click("Show all requests")));
        var wrong = visitor.get(REQUESTS + "?from=June&to=2026-06-30");
        assertEquals(400, wrong.status());
        assertTrue(wrong.title().startsWith("Error: "));
        assertTrue(wrong.problemOf(wrong.document().getElementById("from"))
                .contains("Enter the first day as a date, such as 2026-06-02."));
        assertEquals("true", wrong.document().getElementById("from").attr("aria-invalid"));
        assertFalse(wrong.document().getElementById("to").hasAttr("aria-invalid"));
        assertTrue(visitor.get(REQUESTS + "?from=2026-06-30&to=2026-06-02").text()
                .contains("The first day must not be after the last one."));
    }

    @Test
    void saysWhatWillAppearWhileNobodyHasAsked() {
        var page = visitor.get(REQUESTS);
        assertTrue(page.text().contains("No carrier has asked for your numbers yet"));
        assertTrue(page.text().contains("your admins get an e-mail, whatever is decided"));
        assertEquals(List.of(), chips(page));
        assertTrue(Visitor.inFrench().signedInAs(admin).get(REQUESTS).text()
                .contains("Aucun opérateur n'a encore demandé vos numéros"));
    }

    @Test
    void turnsPagesAndKeepsTheFilter() {
        var newest = Instant.parse("2026-06-02T16:00:00Z");
        IntStream.range(0, 55).forEach(i -> organization.request("Carrier %02d".formatted(i))
                .received(newest.minus(Duration.ofMinutes(i / 2))).saved());
        organization.request("Allowing").allowed().saved();
        var first = visitor.get(REQUESTS + "?verdict=refused");
        assertFalse(first.hasLink("Newer requests"));
        var second = first.click("Older requests");
        var third = second.click("Older requests");
        assertFalse(third.hasLink("Older requests"));
        assertEquals(List.of(25, 25, 5), List.of(rows(first).size(), rows(second).size(), rows(third).size()));
        var all = List.of(first, second, third).stream().flatMap(page -> carriers(page).stream()).toList();
        assertEquals(IntStream.range(0, 55).mapToObj("Carrier %02d"::formatted).toList(),
                all.stream().sorted().toList(), "each once");
        assertEquals(carriers(second), carriers(third.click("Newer requests")));
        assertEquals(carriers(first), carriers(second.click("Newer requests")));
    }

    @Test
    void showsTheLastDigitsToAdminsOnly() {
        organization.request("Columbia Fiber")
                .forNumbers("+12065550100-+12065550149,+12065550160,+13605550101,+14255550102", 53).saved();
        assertEquals(List.of("+1 206-555-0100–0149", "+1 206-555-0160", "and others", "53"),
                lines(visitor.get(REQUESTS), "Numbers"));
        var masked = Visitor.inEnglish().signedInAs(organization.viewer()).get(REQUESTS);
        assertEquals(List.of("+1 206-555-••••", "+1 360-555-••••", "and others", "53"), lines(masked, "Numbers"));
        assertFalse(masked.source().contains("0160") || masked.source().contains("0100"));
    }

    @Test
    void keepsRequestsOfOthersToThemselves() {
        var others = Fixtures.organization("Other").saved().request("Columbia Fiber").saved();
        var nobodys = Fixtures.nobodysRequest("Columbia Fiber").refusedFor("NOT_RECOGNISED").saved();
        assertTrue(visitor.get(REQUESTS).text().contains("No carrier has asked for your numbers yet"));
        for (UUID id : List.of(others, nobodys, UUID.randomUUID())) {
            assertEquals(404, visitor.get(REQUESTS + "/" + id).status());
            assertEquals(404, visitor.get(REQUESTS + "/" + id + "/not-us").status());
        }
    }

    @Test
    void saysOnEveryPageHowManyWait() {
        organization.request("Columbia Fiber").awaitingApprovalUntil(inDays(3)).saved();
        organization.request("Rainier").awaitingApprovalUntil(inDays(3)).saved();
        var page = visitor.get("/port-orders");
        assertTrue(page.text().contains("2 requests wait for your approval"));
        assertTrue(page.document().selectFirst("nav a[href=" + REQUESTS + "]").text()
                .contains("2 waiting for your approval"));
        var waiting = page.click("Show what waits");
        assertEquals(2, rows(waiting).size());
        assertFalse(waiting.text().contains("2 requests wait for your approval"), "they are what it shows");
        assertTrue(Visitor.inFrench().signedInAs(admin).get(REQUESTS).text()
                .contains("2 demandes attendent votre accord"));
    }

    @Test
    void warnsOfGuessingAsLongAsThatIsNews() {
        organization.withPin(Instant.now(), "The admin").guessedAt(6, inDays(1));
        var page = visitor.get(REQUESTS);
        assertTrue(page.text().contains("Somebody may be guessing your PIN"));
        assertTrue(page.text().contains("6 wrong PINs in a row were tried for your numbers. Until "));
        assertTrue(page.hasLink("Change the PIN") && page.hasLink("Lock numbers"));
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders").text()
                .contains("Quelqu'un essaie peut-être de deviner votre code confidentiel"));
        blockedUntil(Instant.now().minus(Duration.ofHours(2)));
        assertTrue(visitor.get(REQUESTS).text().contains("Each further one makes the next wait longer."));
        blockedUntil(inDays(-2));
        assertFalse(visitor.get(REQUESTS).text().contains("guessing your PIN"));
    }

    private void blockedUntil(Instant when) {
        Row.update("update port_out_guess set blocked_until = ? where subject = ?", when.atOffset(ZoneOffset.UTC),
                "organization:" + organization.id());
    }

    @Test
    void saysThatGuessingWasStoppedUntilThereIsAnotherPin() {
        organization.withPin(Instant.now(), "The admin").guessedAt(17, null);
        var page = visitor.get(REQUESTS);
        assertTrue(page.text().contains("Guessing of your PIN was stopped"));
        assertTrue(page.text().contains("after too many tries with wrong PINs, no PIN is looked at anymore"));
        assertTrue(Visitor.inFrench().signedInAs(admin).get(REQUESTS).text()
                .contains("Les essais de votre code confidentiel ont été bloqués"));
        assertEquals(303,
                visitor.get("/port-orders/pin").submit("/port-orders/pin", Map.of("pin", "73910482")).status());
        assertFalse(visitor.get(REQUESTS).text().contains("Guessing of your PIN was stopped"));
    }

    @Test
    void speaksFrench() {
        organization.request("Columbia Fiber").refusedFor("NO_PIN").received(Instant.parse("2026-06-02T16:05:00Z"))
                .saved();
        organization.request("Rainier").awaitingApprovalUntil(inDays(3)).saved();
        var page = Visitor.inFrench().signedInAs(admin).get(REQUESTS);
        assertEquals("fr-FR", page.language());
        assertEquals("Demandes de portabilité sortante", page.heading());
        assertEquals(List.of("Toutes 2", "Votre accord est nécessaire 1", "Autorisées 0", "Refusées 1"), chips(page));
        var refused = page.click("Refusées 1");
        assertEquals("Refusée", cell(refused, "Décision"));
        assertEquals("2 juin 2026 à 9 h 05", cell(refused, "Demandé"));
        assertEquals(
                "Aucun code confidentiel n'est défini : vos numéros ne peuvent pas être transférés vers un autre opérateur.",
                cell(refused, "Motif"));
    }
}
