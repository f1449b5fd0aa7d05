package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class MarkResourceIT extends PortalTest {

    private static final String ONE = "+12535550120";
    private static final String TWO = "+12535550121";
    private static final String THREE = "+12535550122";
    private static final String MOVED = "These have moved";
    private static final String NOT_MOVED = "These have not moved";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Visitor desk = Visitor.inEnglish().signedInAs(Fixtures.desk());

    private static String path(String pon) {
        return "/desk/orders/" + pon + "/numbers";
    }

    private Fixtures.OrderBuilder order(String state) {
        return organization.order("Harbor").in(state).confirmedFor(Instant.parse("2099-06-09T17:00:00Z"));
    }

    private String pending() {
        return order("TRANSFER_PENDING").withNumber(ONE).withNumber(TWO).withNumber(THREE).saved();
    }

    private static Map<String, String> statuses(String pon) {
        var statuses = new TreeMap<String, String>();
        Fixtures.rowsOf(pon, "port_order_number").forEach(row -> statuses.put(row.get("number"), row.get("status")));
        return statuses;
    }

    @Test
    void marksNumbersOneByOneAsAListAndAll() {
        var pon = pending();
        var answer = desk.get("/port-orders/" + pon).click("Mark numbers").press(MOVED, Map.of("number_" + ONE, "on"));
        assertEquals("/port-orders/" + pon, answer.redirect());
        assertTrue(answer.follow().text().contains("The numbers were marked."));
        assertEquals(Map.of(ONE, "PORTED", TWO, "WAITING", THREE, "WAITING"), statuses(pon));
        assertEquals(303,
                desk.get(path(pon)).press(NOT_MOVED, Map.of("text", "253-555-0121-0122, (253) 555-0121")).status(),
                "a number may be listed twice");
        assertEquals(Map.of(ONE, "PORTED", TWO, "FAILED", THREE, "FAILED"), statuses(pon));
        assertTrue(desk.get("/port-orders/" + pon).hasLink("Partially completed"), "some have moved, others not");
        assertEquals(303, desk.get(path(pon)).press("Mark all as moved", Map.of()).status());
        assertEquals(Map.of(ONE, "PORTED", TWO, "PORTED", THREE, "PORTED"), statuses(pon));
        assertEquals("TRANSFER_PENDING", Fixtures.orderRow(pon).get("state"), "completing is a step of its own");
        assertEquals(303, desk.get(path(pon)).press("Mark all as not moved", Map.of()).status());
        assertEquals(Map.of(ONE, "FAILED", TWO, "FAILED", THREE, "FAILED"), statuses(pon));
        var history = desk.get("/port-orders/" + pon).document().select(".timeline-change").eachText();
        assertEquals(
                List.of("1 number moved", "1 number moved, 2 did not", "3 numbers moved", "3 numbers did not move"),
                history);
    }

    @Test
    void refusesNumbersThatTheOrderDoesNotHaveAndKeepsWhatWasChosen() {
        var pon = pending();
        var refused = desk.get(path(pon)).press(MOVED,
                Map.of("number_" + ONE, "on", "text", "253-555-0121, 253-555-0199, what"));
        assertEquals(400, refused.status());
        assertEquals("Error: This is no telephone number; nothing was marked: what",
                refused.problemOf(refused.field("Or list them")));
        assertEquals("253-555-0121, 253-555-0199, what", refused.field("Or list them").text());
        var unknown = desk.get(path(pon)).press(MOVED, Map.of("text", "253-555-0199"));
        assertEquals("Error: The order does not have these numbers; nothing was marked: +1 253-555-0199",
                unknown.problemOf(unknown.field("Or list them")));
        assertTrue(refused.document().getElementById("n12535550120").hasAttr("checked"));
        assertFalse(refused.document().getElementById("n12535550121").hasAttr("checked"));
        assertEquals(Map.of(ONE, "WAITING", TWO, "WAITING", THREE, "WAITING"), statuses(pon));
        var none = desk.get(path(pon)).press(MOVED, Map.of());
        assertEquals(400, none.status());
        assertEquals("Error: Choose numbers, or list them.", none.problemOf(none.field("Or list them")));
        assertEquals(400, desk.get(path(pon)).press(MOVED, Map.of("mark", "lost", "number_" + ONE, "on")).status());
    }

    @Test
    void takesNoNumberBackThatHasChangedHands() {
        var pon = order("PARTIALLY_COMPLETED").withNumber(ONE, "PORTED").withNumber(TWO, "FAILED").saved();
        var refused = desk.get(path(pon)).press(NOT_MOVED, Map.of("number_" + ONE, "on"));
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains(
                "These numbers have changed hands already, as the organization was told; nothing was marked: +1 253-555-0120"));
        assertEquals(303, desk.get(path(pon)).press("Mark all as not moved", Map.of()).status());
        assertEquals(Map.of(ONE, "PORTED", TWO, "FAILED"), statuses(pon), "but for what has changed hands");
        assertEquals(303, desk.get(path(pon)).press(MOVED, Map.of("number_" + TWO, "on")).status());
        assertEquals(Map.of(ONE, "PORTED", TWO, "PORTED"), statuses(pon));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED", "ACTION_REQUIRED", "COMPLETED",
        "CANCELLED"})
    void marksNothingUnlessTheTransferIsUnderWay(String state) {
        var pon = order(state).withNumber(ONE).saved();
        var page = desk.get(path(pon));
        assertTrue(page.text().contains("This step is not possible now: the order is in the state"));
        assertFalse(page.hasButton(MOVED));
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var answer = desk.post(path(pon),
                Map.of("csrf-token", token, "version", "0", "page", "1", "mark", "all-ported"));
        assertEquals(409, answer.status());
        assertEquals(Map.of(ONE, "WAITING"), statuses(pon));
    }

    @Test
    void keepsWhatWasChosenWhenSomebodyElseWasFaster() {
        var pon = pending();
        var form = desk.get(path(pon));
        form.press(NOT_MOVED, Map.of("number_" + THREE, "on"));
        var stale = form.press(MOVED, Map.of("number_" + ONE, "on", "text", "253-555-0121"));
        assertEquals(409, stale.status());
        assertTrue(stale.text().contains("The order was changed meanwhile"));
        assertEquals("253-555-0121", stale.field("Or list them").text());
        assertEquals(Map.of(ONE, "WAITING", TWO, "WAITING", THREE, "FAILED"), statuses(pon));
        assertEquals(303, stale.press(MOVED, Map.of()).status(), "sent again, it is meant");
        assertEquals(Map.of(ONE, "PORTED", TWO, "PORTED", THREE, "FAILED"), statuses(pon));
    }

    @Test
    void showsAHundredNumbersAtATime() {
        var order = order("TRANSFER_PENDING");
        for (int i = 0; i < 250; i++) {
            order.withNumber(String.format("+1360%07d", 5_551_000 + i));
        }
        var pon = order.saved();
        var page = desk.get(path(pon));
        assertEquals(100, page.document().select("tbody tr").size());
        var last = page.click("More numbers").click("More numbers");
        assertEquals(50, last.document().select("tbody tr").size());
        assertEquals(303, last.press(MOVED, Map.of("number_+13605551249", "on")).status());
        assertEquals("PORTED", statuses(pon).get("+13605551249"));
    }

    @Test
    void isTheDesksAloneAndSpeaksFrench() {
        var pon = pending();
        var admin = Visitor.inEnglish().signedInAs(organization.admin());
        assertEquals(403, admin.get(path(pon)).status());
        var token = admin.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value");
        assertEquals(403,
                admin.post(path(pon), Map.of("csrf-token", token, "version", "0", "mark", "all-ported")).status());
        var french = Visitor.inFrench().signedInAs(Fixtures.desk()).get(path(pon)).press("Marquer comme transférés",
                Map.of());
        assertEquals("Erreur : Choisissez des numéros ou saisissez-les.",
                french.problemOf(french.field("Ou saisissez-les")));
    }
}
