package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class BulkResourceIT extends PortalTest {

    private static final String FORM = "/desk/bulk";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Visitor desk = Visitor.inEnglish().signedInAs(Fixtures.desk());

    /** What the page sends for these orders, each as old as the desk saw it. */
    private static Map<String, String> chosen(String step, Map<String, Integer> versions) {
        var fields = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "state", "PROCESSING", "step", step));
        versions.forEach((pon, version) -> fields.put("order_" + pon, String.valueOf(version)));
        return fields;
    }

    private static String stateOf(String pon) {
        return Fixtures.orderRow(pon).get("state");
    }

    /** The page of the background job once it is finished, or its last state when time runs out. */
    private Page finished(Page started, String word) {
        assertEquals(303, started.status(), started.text());
        var end = Instant.now().plus(PATIENCE);
        Page page;
        while (!(page = started.follow()).text().contains(word) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return page;
    }

    @Test
    void takesTheStepForEachAndReportsEach() {
        var one = organization.order("Harbor").in("PROCESSING").saved();
        var stale = organization.order("Depot").in("PROCESSING").saved();
        Row.update("update port_order set changed_by = 'The admin' where pon = ?", stale);
        var gone = organization.order("Office").in("CONTACTING_CARRIER").saved();
        var page = desk.get(FORM + "?state=PROCESSING&step=send");
        assertTrue(page.text().contains("Harbor"), page.text());
        var started = page.submit(FORM, chosen("send", Map.of(one, 0, stale, 7, gone, 0)));
        var report = finished(started, "Finished on");
        assertTrue(report.text().contains("3 of 3 done"), report.text());
        assertTrue(report.text().contains("Harbor (" + one + ")"), report.text());
        assertTrue(report.text().contains("Changed meanwhile; not touched (by The admin on "), report.text());
        assertTrue(report.text().contains("Not possible in its state; not touched"), report.text());
        assertTrue(Visitor.inFrench().signedInAs(Fixtures.desk()).get(started.redirect()).text()
                .contains("3 sur 3 traitées"));
        assertEquals("CONTACTING_CARRIER", stateOf(one));
        assertEquals(one, Fixtures.orderRow(one).get("carrier_pon"), "each goes with its own PON");
        assertEquals("PROCESSING", stateOf(stale));
    }

    @ParameterizedTest
    @CsvSource({"confirm, CONTACTING_CARRIER", "confirm-anew, TRANSFER_APPROVED"})
    void refusesADateThatHasComeWhereTheOrganizationIs(String step, String state) {
        var pon = organization.order("Harbor").in(state).saved();
        var before = Fixtures.orderRow(pon).get("foc_at");
        var fields = chosen(step, Map.of(pon, 0));
        // Past in Seattle, and still to come where the day is 18 hours behind the one of UTC.
        var seattle = LocalDateTime.now(ZoneId.of("America/Los_Angeles")).minusHours(1);
        fields.putAll(Map.of("state", state, "date", seattle.toLocalDate().toString(), "time",
                seattle.toLocalTime().withNano(0).toString()));
        var report = finished(desk.get(FORM + "?state=" + state + "&step=" + step).submit(FORM, fields), "Finished on");
        assertTrue(report.text().contains("The date has passed where the organization is; not touched"), report.text());
        assertEquals(state, stateOf(pon));
        assertEquals(before, Fixtures.orderRow(pon).get("foc_at"));
    }

    @Test
    void tellsTheOrganizationOfARejectionWithItsReasons() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var fields = chosen("reject", Map.of(pon, 0));
        fields.put("reason_BTN_MISMATCH", "on");
        finished(desk.get(FORM + "?state=PROCESSING&step=reject").submit(FORM, fields), "Finished on");
        assertEquals("ACTION_REQUIRED", stateOf(pon));
        var page = Visitor.inFrench().signedInAs(organization.admin()).get("/port-orders/" + pon);
        assertTrue(page.text().contains("Action requise"), page.text());
    }

    @Test
    void asksForOrdersAndForWhatTheStepNeeds() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var page = desk.get(FORM + "?state=PROCESSING&step=reject");
        var none = page.submit(FORM, chosen("reject", Map.of()));
        assertEquals(400, none.status());
        assertTrue(none.text().contains("Choose at least one order."), none.text());
        assertTrue(none.text().contains("Choose at least one reason."), none.text());
        var unreasoned = page.submit(FORM, chosen("reject", Map.of(pon, 0)));
        assertEquals(400, unreasoned.status());
        assertTrue(unreasoned.document().getElementById("order_" + pon).hasAttr("checked"), "what was chosen stays");
        assertEquals("PROCESSING", stateOf(pon));
    }

    @Test
    void takesAsManyOrdersAsThePageOffers() {
        var chosen = new HashMap<String, Integer>();
        for (int i = 0; i < 499; i++) {
            chosen.put("NO-SUCH-ORDER-" + i, 0);
        }
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        chosen.put(pon, 0);
        var fields = chosen("reject", chosen);
        Stream.of("ACCOUNT_NUMBER_MISMATCH", "BTN_MISMATCH").forEach(reason -> fields.put("reason_" + reason, "on"));
        finished(desk.get(FORM + "?state=PROCESSING&step=reject").submit(FORM, fields), "Finished on");
        assertEquals("ACTION_REQUIRED", stateOf(pon));
    }

    @Test
    void completesNoOrderWithFailedNumbers() {
        var failed = organization.order("Harbor").in("TRANSFER_PENDING").withNumber("+12065550171", "FAILED")
                .withNumber("+12065550172").saved();
        var good = organization.order("Depot").in("TRANSFER_PENDING").withNumber("+12065550173").saved();
        var fields = chosen("complete", Map.of(failed, 0, good, 0));
        fields.put("state", "TRANSFER_PENDING");
        var report = finished(desk.get(FORM + "?state=TRANSFER_PENDING&step=complete").submit(FORM, fields),
                "Finished on");
        assertTrue(report.text().contains("Some of its numbers are marked as failed; not touched"), report.text());
        assertEquals("TRANSFER_PENDING", stateOf(failed));
        assertEquals("COMPLETED", stateOf(good));
    }

    @Test
    void movesNoOrderToATimeThatTheClocksSkip() {
        var pon = organization.order("Harbor").in("CONTACTING_CARRIER").saved();
        var rules = ZoneId.of("America/Los_Angeles").getRules();
        var next = rules.nextTransition(Instant.now().plusSeconds(2 * 86_400));
        var gap = next.isGap() ? next : rules.nextTransition(next.getInstant());
        var fields = chosen("confirm", Map.of(pon, 0));
        fields.put("state", "CONTACTING_CARRIER");
        fields.put("date", gap.getDateTimeBefore().toLocalDate().toString());
        fields.put("time", "02:30");
        var report = finished(desk.get(FORM + "?state=CONTACTING_CARRIER&step=confirm").submit(FORM, fields),
                "Finished on");
        assertTrue(
                report.text().contains(
                        "this time does not exist, or comes twice. Enter it on the order's page; not touched"),
                report.text());
        assertEquals("CONTACTING_CARRIER", stateOf(pon));
    }

    @Test
    void startsTheSameFormOnce() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var fields = chosen("send", Map.of(pon, 0));
        var page = desk.get(FORM + "?state=PROCESSING&step=send");
        finished(page.submit(FORM, fields), "Finished on");
        var again = finished(page.submit(FORM, fields), "Finished on");
        assertTrue(again.text().contains("1 of 1 done"), again.text());
        assertEquals("CONTACTING_CARRIER", stateOf(pon));
    }

    @Test
    void speaksFrench() {
        var page = Visitor.inFrench().signedInAs(Fixtures.desk()).get(FORM);
        assertEquals("Opérations par lot", page.heading());
    }
}
