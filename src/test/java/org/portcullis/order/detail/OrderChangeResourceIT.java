package org.portcullis.order.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;
import org.portcullis.web.i18n.Formats;

@OnPackagedPortal
class OrderChangeResourceIT extends PortalTest {

    private static final Instant FAR = Instant.parse("2099-06-09T17:00:00Z");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(organization.admin());

    private static String path(String pon, String change) {
        return "/port-orders/" + pon + "/change/" + change;
    }

    private static String state(String pon) {
        return Fixtures.orderRow(pon).get("state");
    }

    private String orderIn(String state) {
        return organization.order("Harbor").in(state).confirmedFor(state.startsWith("TRANSFER") ? FAR : null)
                .withNumber("+12065550100").saved();
    }

    private static Map<String, String> with(Visitor visitor, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("csrf-token",
                visitor.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value"));
        return all;
    }

    @Test
    void cancelsWithAReasonThatStaysInTheHistory() {
        var pon = orderIn("TRANSFER_APPROVED");
        var form = visitor.get(path(pon, "cancellation"));
        assertTrue(form.text().contains(
                "The request to the losing carrier is withdrawn. This is possible until June 8, 2099, 10:00 AM PDT."),
                form.text());
        assertFalse(visitor.get(path(orderIn("PROCESSING"), "cancellation")).text().contains("withdrawn"),
                "no carrier was asked");
        var answer = form.press("Cancel the order", Map.of("text", " We stay after all "));
        assertEquals("/port-orders/" + pon, answer.redirect());
        var page = answer.follow();
        assertTrue(page.text().contains("The order was cancelled."));
        assertTrue(page.text().contains("Note: We stay after all"));
        assertEquals("CANCELLED", Fixtures.rowsOf(pon, "port_order_number").get(0).get("status"));
        assertEquals(1, Fixtures.rowsOf(pon, "notice").size());
    }

    @Test
    void staysInTheQueueUntilTheDeskHasToldTheCarrier() {
        // Of a name that no other test has: the newest of many orders is on the queue's last page.
        var own = Fixtures.organization("Staying " + UUID.randomUUID()).saved();
        var pon = own.order("Harbor").in("CONTACTING_CARRIER").saved();
        var customer = Visitor.inEnglish().signedInAs(own.admin());
        customer.get(path(pon, "cancellation")).press("Cancel the order", Map.of("text", "We stay after all"));
        assertTrue(customer.get("/port-orders/" + pon).text()
                .contains("The porting desk tells the carrier of the cancellation by"));
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var queue = "/desk?organization=" + own.name().replace(' ', '+') + "&assigned=nobody";
        assertTrue(desk.get(queue).source().contains(pon));
        var step = desk.get("/port-orders/" + pon).click("Carrier told of the cancellation");
        assertEquals("/port-orders/" + pon, step.press("Note that the carrier was told", Map.of()).redirect());
        assertFalse(desk.get(queue).source().contains(pon));
        assertEquals("CANCELLED", state(pon));
        var page = customer.get("/port-orders/" + pon);
        assertTrue(page.text().contains("The carrier was told of the cancellation: – → Yes"), page.text());
        assertTrue(page.text().contains("No further step: the order is closed."));
        assertEquals(409, step.press("Note that the carrier was told", Map.of()).status());
    }

    @Test
    void writesToEachReaderInOneLanguageWhoeverActs() {
        organization.admin().prefers("fr-FR", "Europe/Paris");
        for (var person : List.of(Visitor.inEnglish(), Visitor.inFrench())) {
            var pon = organization.order("Harbor").in("PROCESSING").telling("switchboard@example.com").saved();
            var form = person.signedInAs(organization.admin()).get(path(pon, "cancellation"));
            form.submit(path(pon, "cancellation"), Map.of("text", "No more"));
            var notices = Fixtures.rowsOf(pon, "notice");
            assertTrue(notices.size() >= 2);
            notices.forEach(notice -> {
                var isFrench = notice.get("language").equals("fr-FR");
                var text = Page.folded(notice.get("subject") + Mails.textOf(notice));
                var other = isFrench ? "Hello|cancelled|Port in|Nothing" : "Bonjour|annul|Portabilité|Rien";
                assertFalse(Pattern.compile(other).matcher(text).find(), text);
            });
        }
    }

    @Test
    void wantsAReasonForCancelling() {
        var pon = orderIn("PROCESSING");
        var refused = visitor.get(path(pon, "cancellation")).press("Cancel the order", Map.of("text", "  "));
        assertEquals(400, refused.status());
        assertEquals("Error: Say why the order is cancelled.",
                refused.problemOf(refused.field("Why is the order cancelled?")));
        assertTrue(refused.title().startsWith("Error: "));
        var tooLong = "x".repeat(1_001);
        var kept = refused.press("Cancel the order", Map.of("text", tooLong));
        assertEquals(400, kept.status());
        assertEquals(tooLong, kept.field("Why is the order cancelled?").text());
        assertEquals("Error: Use at most 1,000 characters; this has 1,001.",
                kept.problemOf(kept.field("Why is the order cancelled?")));
        assertEquals("PROCESSING", state(pon));
    }

    @Test
    void explainsInFrench() {
        var person = Visitor.inFrench().signedInAs(organization.admin());
        var pon = orderIn("PROCESSING");
        var refused = person.get(path(pon, "cancellation")).press("Annuler la commande", Map.of("text", ""));
        assertEquals("Erreur : Indiquez pourquoi la commande est annulée.",
                refused.problemOf(refused.field("Pourquoi la commande est-elle annulée ?")));
        assertTrue(person.get(path(orderIn("TRANSFER_PENDING"), "cancellation")).text()
                .contains("Ce n'est plus possible : le portage a lieu dans les 24 heures."));
    }

    @ParameterizedTest
    @CsvSource({"cancellation, DRAFT", "cancellation, TRANSFER_PENDING", "cancellation, PARTIALLY_COMPLETED",
        "cancellation, COMPLETED",
        "cancellation, CANCELLED", "date, DRAFT", "date, PROCESSING", "date, CONTACTING_CARRIER",
        "date, TRANSFER_PENDING",
        "date, ACTION_REQUIRED", "date, COMPLETED", "removal, PROCESSING", "removal, CANCELLED", "copy, DRAFT",
        "copy, PROCESSING",
        "copy, TRANSFER_PENDING"})
    void refusesWhatTheStateDoesNotAllow(String change, String state) {
        var pon = orderIn(state);
        var answer = visitor.post(path(pon, change), with(visitor, Map.of("version", "0", "text", "2099-01-05",
                "id", "00000000-0000-4000-8000-000000000001")));
        assertEquals(409, answer.status());
        assertTrue(answer.document().selectFirst(".message-act-now") != null, answer.text());
        assertEquals(state, state(pon));
        assertEquals("0", Fixtures.orderRow(pon).get("version"));
    }

    @Test
    void cannotBeCancelledOnceTheCutOffHasPassed() {
        var pon = organization.order("Harbor").in("TRANSFER_APPROVED")
                .confirmedFor(Instant.now().plus(Duration.ofHours(23))).saved();
        assertEquals(409, visitor.post(path(pon, "cancellation"), with(visitor, Map.of("version", "0", "text", "Stop")))
                .status());
        assertNotEquals("CANCELLED", state(pon));
    }

    @Test
    void asksForAnotherDateAndTakesOnlyOneThatCanBe() {
        var pon = orderIn("TRANSFER_APPROVED");
        var form = visitor.get(path(pon, "date"));
        var earliest = LocalDate.parse(form.field("Requested date").attr("min"));
        var saturday = earliest.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var refusals = Map.of("", "Enter a date.", "soon", "Enter a date such as 2026-06-02.",
                earliest.minusDays(1).toString(), "The earliest day that can be requested is",
                earliest.plusYears(2).toString(), "Choose a date within a year.", "+999999999-01-01",
                "Choose a date within a year.",
                saturday.toString(),
                Formats.date(saturday, Locale.US) + " falls on a weekend. The next possible day is ");
        refusals.forEach((typed, problem) -> {
            var refused = form.press("Change the requested date", Map.of("text", typed));
            assertEquals(400, refused.status(), typed);
            assertTrue(refused.problemOf(refused.field("Requested date")).startsWith("Error: " + problem),
                    refused.text());
            assertEquals(typed, refused.field("Requested date").attr("value"));
        });
        assertEquals("2026-06-02", Fixtures.orderRow(pon).get("requested_date"));
        var answer = form.press("Change the requested date", Map.of("text", earliest.toString()));
        assertEquals(303, answer.status());
        var wished = answer.follow().text();
        assertTrue(wished.contains("Your request was sent to the porting desk, which will ask the carrier."));
        assertTrue(wished.contains("Another day was asked for: " + Formats.date(earliest, Locale.US)
                + ". The porting desk looks at it by "), wished);
        var row = Fixtures.orderRow(pon);
        assertEquals(earliest.toString(), row.get("requested_date"));
        assertEquals("DESK", row.get("waiting"), "the desk has to ask");
        assertEquals("TRANSFER_APPROVED", row.get("state"));
        var same = visitor.get(path(pon, "date")).press("Change the requested date", Map.of());
        assertTrue(same.text().contains("This is the day that was requested before."));
    }

    @Test
    void saysOfASecondClickThatItWasDoneAlready() {
        var cancelled = organization.order("Harbor").in("PROCESSING").saved();
        var form = visitor.get(path(cancelled, "cancellation"));
        form.submit(path(cancelled, "cancellation"), Map.of("text", "No more"));
        assertEquals(409, form.submit(path(cancelled, "cancellation"), Map.of("text", "Another reason")).status());
        var again = form.submit(path(cancelled, "cancellation"), Map.of("text", "No more"));
        assertEquals("/port-orders/" + cancelled, again.redirect());
        assertTrue(again.follow().text().contains("This was done already."));
        var moved = organization.order("Depot").in("TRANSFER_APPROVED")
                .confirmedFor(Instant.parse("2099-06-09T17:00:00Z")).saved();
        var dates = visitor.get(path(moved, "date"));
        var day = Map.of("text", dates.document().selectFirst("input[type=date]").attr("min"));
        assertEquals(303, dates.submit(path(moved, "date"), day).status());
        assertTrue(dates.submit(path(moved, "date"), day).follow().text().contains("This was done already."));
    }

    @Test
    void keepsTheReasonWhenSomebodyElseWasFaster() {
        var pon = orderIn("PROCESSING");
        var form = visitor.get(path(pon, "cancellation"));
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        desk.get("/desk/orders/" + pon + "/steps/send").press("Note as sent", Map.of());
        var stale = form.press("Cancel the order", Map.of("text", "Not needed"));
        assertEquals(409, stale.status());
        assertTrue(stale.text().contains("The order was changed meanwhile"));
        assertTrue(stale.text().contains("The desk changed it on"));
        assertEquals("Not needed", stale.field("Why is the order cancelled?").text());
        assertEquals("CONTACTING_CARRIER", state(pon));
        assertEquals(303, stale.press("Cancel the order", Map.of()).status(), "sent again, it is meant");
        assertEquals("CANCELLED", state(pon));
    }

    @Test
    void showsTheReasonAgainThoughItIsTooLateForIt() {
        var pon = orderIn("PROCESSING");
        var form = visitor.get(path(pon, "cancellation"));
        form.press("Cancel the order", Map.of("text", "First"));
        var late = form.press("Cancel the order", Map.of("text", "Second"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("The order is closed."));
        assertTrue(late.text().contains("What you typed was: Second"), late.text());
    }

    @Test
    void discardsADraftWithAllThatBelongsToIt() {
        var pon = organization.order("Harbor").withNumber("+12065550100").saved();
        organization.document(pon, "bill.pdf", new byte[] {1, 2, 3}, 2);
        visitor.get("/port-orders/" + pon).press("Send", Map.of("words", "Later"));
        var answer = visitor.get(path(pon, "removal")).press("Discard the draft", Map.of());
        assertEquals("/port-orders", answer.redirect());
        assertTrue(answer.follow().text().contains("The draft was discarded."));
        assertEquals(404, visitor.get("/port-orders/" + pon).status());
        assertEquals(List.of(), Fixtures.rowsOf(pon, "document"));
    }

    @Test
    void copiesAClosedOrderOnceThoughTheButtonIsPressedTwice() {
        var pon = organization.order("Harbor").in("CANCELLED").telling("extra@example.com")
                .withNumber("+12065550100", "CANCELLED")
                .withNumber("+12065550101", "PORTED").saved();
        var page = visitor.get("/port-orders/" + pon);
        var first = page.press("Copy to a new order", Map.of());
        var second = page.press("Copy to a new order", Map.of());
        assertEquals(303, first.status());
        assertEquals(first.redirect(), second.redirect());
        assertNotEquals("/port-orders/" + pon, first.redirect());
        assertTrue(first.follow().text().contains(
                "This is a new draft. Carrier, account, addresses for notices and the numbers that have not moved are taken over."));
        var copy = first.redirect().replace("/port-orders/", "");
        assertEquals("DRAFT", state(copy));
        assertEquals("88-2041", Fixtures.orderRow(copy).get("account_number"));
        assertEquals(null, Fixtures.orderRow(copy).get("requested_date"));
        assertEquals(List.of("+12065550100"),
                Fixtures.rowsOf(copy, "port_order_number").stream().map(row -> row.get("number")).toList());
    }

    @Test
    void belongsToTheAdminsOfTheOrganization() {
        var pon = orderIn("PROCESSING");
        var fields = Map.of("version", "0", "text", "Mine", "id", "00000000-0000-4000-8000-000000000002");
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Elsewhere").saved().admin());
        for (String change : List.of("cancellation", "date", "removal", "copy")) {
            assertEquals(403, viewer.post(path(pon, change), with(viewer, fields)).status());
            assertEquals(403, desk.post(path(pon, change), with(desk, fields)).status());
            assertEquals(404, stranger.post(path(pon, change), with(stranger, fields)).status());
        }
        assertEquals(404, stranger.get(path(pon, "cancellation")).status());
        assertEquals("PROCESSING", state(pon));
    }
}
