package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class StepResourceIT extends PortalTest {

    private static final Instant FAR = Instant.parse("2099-06-09T17:00:00Z");
    private static final String EXTRA = "switchboard@example.com";
    private static final List<String> STEPS = List.of("send", "confirm", "confirm-anew", "keep-date", "complete",
            "complete-partially", "reject", "cancel");
    private static final String TRANSFER_PIN = "K7-4419";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person clerk = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(clerk);

    private static String path(String pon, String step) {
        return "/desk/orders/" + pon + "/steps/" + step;
    }

    private static String state(String pon) {
        return Fixtures.orderRow(pon).get("state");
    }

    /** In the transfer, one of two numbers has moved. */
    private String orderIn(String state) {
        var moved = state.equals("TRANSFER_PENDING") || state.equals("PARTIALLY_COMPLETED") ? "PORTED" : "WAITING";
        var order = organization.order("Harbor").in(state).telling(EXTRA).withNumber("+12065550110", moved)
                .withNumber("+12065550111");
        return state.startsWith("TRANSFER") ? order.confirmedFor(FAR).saved() : order.saved();
    }

    /** All that any step asks for. */
    private static Map<String, String> filledIn(Visitor visitor) {
        return new HashMap<>(Map.of("csrf-token",
                visitor.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value"),
                "version", "0", "pon", "LSR-77", "date", tomorrow(), "time", "10:00", "reason_ADDRESS_MISMATCH", "on",
                "note", "As the carrier said", "deskNote", "Spoke to Kim"));
    }

    private static String tomorrow() {
        return Instant.now().plusSeconds(3 * 86_400).toString().substring(0, 10);
    }

    @ParameterizedTest
    @CsvSource({"PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED", "ACTION_REQUIRED"})
    void recordsWhatHasHappenedAlready(String state) {
        var moved = orderIn(state);
        assertTrue(desk.get("/port-orders/" + moved).text().contains("All numbers have moved already"));
        desk.get(path(moved, "moved")).press("Complete the order", Map.of("note", "They moved on Monday"));
        assertEquals("COMPLETED", state(moved));
        assertEquals(List.of("PORTED", "PORTED"),
                Row.select("select status from port_order_number where order_id = ?", organization.orderId(moved))
                        .stream().map(row -> row.get("status")).toList());
        var begun = orderIn(state);
        var page = desk.get(path(begun, "start")).press("Note that it has begun", Map.of()).follow();
        assertTrue(page.text().contains("Noted: the transfer has begun."), page.text());
        assertEquals("TRANSFER_PENDING", state(begun));
        assertTrue(Visitor.inFrench().signedInAs(clerk).get(path(orderIn(state), "moved")).text()
                .contains("Tous les numéros sont déjà transférés"));
    }

    @ParameterizedTest
    @CsvSource({"TRANSFER_PENDING", "PARTIALLY_COMPLETED", "COMPLETED", "CANCELLED"})
    void recordsNothingOutOfTheWayWhereThereIsAUsualStep(String state) {
        var fields = filledIn(desk);
        for (String step : List.of("start", "moved")) {
            var pon = orderIn(state);
            assertEquals(409, desk.post(path(pon, step), fields).status());
            assertEquals(state, state(pon));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "PROCESSING, send:CONTACTING_CARRIER reject:ACTION_REQUIRED cancel:CANCELLED",
        "CONTACTING_CARRIER, confirm:TRANSFER_APPROVED reject:ACTION_REQUIRED cancel:CANCELLED",
        "TRANSFER_APPROVED, confirm-anew:TRANSFER_APPROVED reject:ACTION_REQUIRED cancel:CANCELLED",
        "TRANSFER_PENDING, complete:COMPLETED complete-partially:PARTIALLY_COMPLETED reject:ACTION_REQUIRED",
        "PARTIALLY_COMPLETED, complete:COMPLETED reject:ACTION_REQUIRED",
        "ACTION_REQUIRED, -", "COMPLETED, -", "CANCELLED, -"})
    void takesTheStepsOfTheTableAndNoOther(String state, String allowed) {
        var leadsTo = new HashMap<String, String>();
        for (String pair : allowed == null ? new String[0] : allowed.split(" ")) {
            leadsTo.put(pair.split(":")[0], pair.split(":")[1]);
        }
        var fields = filledIn(desk);
        for (String step : STEPS) {
            var pon = orderIn(state);
            var answer = desk.post(path(pon, step), fields);
            if (leadsTo.containsKey(step)) {
                assertEquals("/port-orders/" + pon, answer.redirect(), step);
                assertEquals(leadsTo.get(step), state(pon), step);
                assertEquals(List.of(admin.email(), EXTRA).stream().sorted().toList(),
                        Fixtures.rowsOf(pon, "notice").stream().map(row -> row.get("recipient")).sorted().toList(),
                        step);
            } else {
                assertEquals(409, answer.status(), step);
                var why = step.equals("keep-date") && state.equals("TRANSFER_APPROVED")
                        ? "the customer wishes for no other day"
                        : "the order is in the state";
                assertTrue(answer.text().contains("This step is not possible now: " + why), step);
                assertEquals(state, state(pon), step);
                assertEquals("0", Fixtures.orderRow(pon).get("version"), step);
                assertEquals(List.of(), Fixtures.rowsOf(pon, "notice"), step);
                assertFalse(desk.get(path(pon, step)).document().select("form").stream()
                        .anyMatch(form -> form.attr("action").equals(path(pon, step))), "no form that can't succeed");
            }
        }
    }

    @Test
    void saysOfASecondClickThatItWasDoneAlready() {
        var ways = Map.of("PROCESSING", List.of("send", "reject", "cancel"), "CONTACTING_CARRIER", List.of("confirm"),
                "TRANSFER_APPROVED", List.of("confirm-anew"), "TRANSFER_PENDING",
                List.of("complete", "complete-partially"));
        var fields = filledIn(desk);
        ways.forEach((state, steps) -> steps.forEach(step -> {
            var pon = orderIn(state);
            assertEquals(303, desk.post(path(pon, step), fields).status(), step);
            var version = Fixtures.orderRow(pon).get("version");
            var again = desk.post(path(pon, step), fields);
            assertEquals("/port-orders/" + pon, again.redirect(), step);
            assertTrue(again.follow().text().contains("This was done already."), step);
            assertEquals(version, Fixtures.orderRow(pon).get("version"), step);
        }));
    }

    @Test
    void isStaleWhereAnotherPersonTookTheStepOrWithOtherWords() {
        var pon = orderIn("CONTACTING_CARRIER");
        var fields = filledIn(desk);
        assertEquals(303, desk.post(path(pon, "confirm"), fields).status());
        assertEquals(409, desk.post(path(pon, "confirm"), with(fields, "time", "11:00")).status());
        assertEquals(409, desk.post(path(pon, "confirm"), with(fields, "note", "Another one")).status());
        Row.update("update port_order_transition set actor_name = 'Somebody' where order_id = ?",
                organization.orderId(pon));
        assertEquals(409, desk.post(path(pon, "confirm"), fields).status());
    }

    @Test
    void answersThatTheDateStaysWhereAnotherWasWishedFor() {
        var pon = orderIn("TRANSFER_APPROVED");
        assertFalse(desk.get("/port-orders/" + pon).hasLink("Carrier keeps the date"), "nobody wished for another one");
        var customer = Visitor.inEnglish().signedInAs(admin);
        wish(customer.get("/port-orders/" + pon + "/change/date"), pon);
        var form = desk.get("/port-orders/" + pon).click("Carrier keeps the date");
        var answer = form.press("Note that the date stays", Map.of());
        assertTrue(answer.follow().text().contains("Noted: the confirmed date stays. The organization was told."));
        assertEquals("DATE", Fixtures.orderRow(pon).get("waiting"));
        assertTrue(customer.get("/port-orders/" + pon).text().contains("FOC date: Unchanged"),
                customer.get("/port-orders/" + pon).text());
        var told = Fixtures.rowsOf(pon, "notice");
        assertEquals(List.of(admin.email(), EXTRA).stream().sorted().toList(),
                told.stream().map(row -> row.get("recipient")).sorted().toList());
        assertTrue(told.get(0).get("subject").startsWith("The transfer date stays as it was confirmed: Harbor"),
                told.get(0).get("subject"));
        assertTrue(form.press("Note that the date stays", Map.of()).follow().text().contains("This was done already."));
        assertEquals("2026-06-02", Fixtures.orderRow(pon).get("requested_date"), "as before");
        assertEquals(List.of("ORDER_CHANGED REQUESTED_DATE", "ORDER_CHANGED REQUESTED_DATE"), trail(pon));
        desk.get(path(pon, "confirm-anew")).press("Note the new date", Map.of("date", tomorrow()));
        assertEquals(409, form.press("Note that the date stays", Map.of()).status(),
                "since then something else was done");
    }

    private static void wish(Page form, String pon) {
        var earliest = LocalDate.parse(form.field("Requested date").attr("min"));
        assertTrue(IntStream.rangeClosed(0, 7).mapToObj(earliest::plusDays)
                .anyMatch(day -> form.submit("/port-orders/" + pon + "/change/date",
                        Map.of("text", day.toString())).status() == 303),
                "one of them is a business day");
    }

    @Test
    void leavesInTheTrailWhatTheHistoryTells() {
        var pon = orderIn("TRANSFER_APPROVED");
        assertEquals(303, desk.post(path(pon, "confirm-anew"), filledIn(desk)).status());
        var moving = orderIn("TRANSFER_PENDING");
        assertEquals(303, desk.post(path(moving, "complete"), filledIn(desk)).status());
        assertEquals(List.of("ORDER_CHANGED FOC_DATE"), trail(pon));
        assertEquals(List.of("NUMBERS_MARKED 2 PORTED · 0 FAILED", "ORDER_MOVED TRANSFER_PENDING → COMPLETED"),
                trail(moving));
    }

    private static List<String> trail(String pon) {
        return Row.select("select event, detail from audit_entry where subject_name = ?", pon).stream()
                .map(row -> row.get("event") + " " + row.get("detail")).sorted().toList();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    @Test
    void saysHowManyFailedNumbersCountAsMovedWhenAllAre() {
        var pon = organization.order("Harbor").in("TRANSFER_PENDING").withNumber("+12065550110", "FAILED")
                .withNumber("+12065550111").saved();
        var page = desk.get(path(pon, "complete"));
        assertTrue(
                page.text()
                        .contains("One number is marked as failed: by this step you say that it has moved after all."),
                page.text());
        assertEquals(303, page.submit(path(pon, "complete"), Map.of()).status());
        var mark = Fixtures.rowsOf(pon, "port_order_mark");
        assertEquals(List.of("2"), mark.stream().map(row -> row.get("moved")).toList(), "the history tells");
        assertFalse(desk.get(path(orderIn("TRANSFER_PENDING"), "complete")).text().contains("marked as failed"));
    }

    @Test
    void speaksOfTheGainingCarrierWhereNumbersLeave() {
        var pon = organization.order("Leaving").out().in("PROCESSING").saved();
        var page = desk.get(path(pon, "send"));
        assertEquals("Sent to the gaining carrier", page.heading());
        assertTrue(page.submit(path(pon, "send"), Map.of()).follow().text()
                .contains("Noted: the order was sent to the gaining carrier."));
        var rejection = desk.get(path(pon, "reject"));
        assertFalse(rejection.text().contains("losing carrier"));
        assertFalse(rejection.source().contains("reason_LOA_INVALID"));
        assertEquals(400, rejection.submit(path(pon, "reject"), Map.of("reason_LOA_INVALID", "on")).status());
        assertEquals(303,
                rejection.submit(path(pon, "reject"), Map.of("reason_PIN_INVALID", "on", "reason_NUMBER_FROZEN", "on"))
                        .status());
        var correction = Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + pon + "/correction");
        assertTrue(correction.text().contains("The port out PIN in the gaining carrier's request is wrong."),
                correction.text());
        assertTrue(correction.text().contains("Take the lock off under “Port-out locks”, or ask the porting desk"));
        assertFalse(correction.text().contains("osing carrier"), correction.text());
        assertEquals("Set or change your port out PIN", correction.click("Set up and manage the PIN").heading());
        assertEquals("Transmission à l'opérateur receveur", Visitor.inFrench().signedInAs(Fixtures.desk())
                .get(path(organization.order("Départ").out().in("PROCESSING").saved(), "send")).heading());
    }

    @Test
    void isTheDesksAlone() {
        var pon = orderIn("PROCESSING");
        for (Fixtures.Person person : List.of(admin, organization.viewer())) {
            var visitor = Visitor.inEnglish().signedInAs(person);
            var fields = filledIn(visitor);
            for (String step : STEPS) {
                assertEquals(403, visitor.get(path(pon, step)).status());
                assertEquals(403, visitor.post(path(pon, step), fields).status());
            }
            assertEquals(403, visitor.post(path(pon, "send/transfer-pin"), fields).status());
        }
        assertEquals("PROCESSING", state(pon));
    }

    @Test
    void knowsNeitherDraftsNorOtherSteps() {
        var draft = organization.order("Harbor").saved();
        assertEquals(404, desk.post(path(draft, "cancel"), filledIn(desk)).status());
        var pon = orderIn("TRANSFER_PENDING");
        assertEquals(404, desk.get(path(pon, "numbers")).status());
        assertEquals(404, desk.get(path(pon, "SEND")).status());
        assertEquals(404, desk.get(path("PCNOSUCHORDER", "send")).status());
    }

    @Test
    void leadsFromTheOrderThroughEachStepToTheEnd() {
        var pon = orderIn("PROCESSING");
        var customer = Visitor.inEnglish().signedInAs(admin);
        var sent = desk.get("/port-orders/" + pon).click("Sent to the carrier").press("Note as sent",
                Map.of("pon", "LSR-77", "note", "By fax", "deskNote", "Spoke to Kim")).follow();
        assertTrue(sent.text().contains("Noted: the order was sent to the losing carrier."));
        assertTrue(sent.text().contains("PON on the LSR LSR-77"));
        assertTrue(sent.text().contains("Note: By fax") && sent.text().contains("For the desk only: Spoke to Kim"));
        var seen = customer.get("/port-orders/" + pon);
        assertTrue(seen.text().contains("Note: By fax"));
        assertFalse(seen.source().contains("Spoke to Kim"));
        var confirmed = sent.click("Carrier confirmed (FOC)")
                .press("Note the date", Map.of("date", tomorrow(), "time", "14:30")).follow();
        var told = customer.get("/port-orders/" + pon).text();
        assertTrue(told.matches(".*Transfer approved now .* FOC date: .* 2:30 PM P[SD]T.*"),
                "the history says which date: " + told);
        assertTrue(told.contains("2:30 PM PST") || told.contains("2:30 PM PDT"), told);
        var rejected = confirmed.click("Rejected by the carrier").press("Note the rejection",
                Map.of("reason_ACCOUNT_NUMBER_MISMATCH", "on", "reason_ADDRESS_MISMATCH", "on", "note", "See the bill"))
                .follow();
        assertTrue(rejected.text().contains("The account number doesn't match the losing carrier's records."));
        assertTrue(rejected.text().contains("Nothing for the desk to do now"));
        assertEquals(null, Fixtures.orderRow(pon).get("foc_at"), "no date is confirmed any more");
        assertEquals(List.of("ACCOUNT_NUMBER", "FOC_DATE", "SERVICE_ADDRESS"),
                Fixtures.rowsOf(pon, "port_order_change").stream().map(row -> row.get("field")).sorted().toList());
        var mails = Fixtures.rowsOf(pon, "notice");
        assertEquals(6, mails.size(), "three steps, two readers");
        mails.forEach(mail -> assertFalse(Mails.textOf(mail).contains("Spoke to Kim")));
    }

    @Test
    void saysWhatIsWrongWithEachFieldAndKeepsWhatWasTyped() {
        var send = desk.get(path(orderIn("PROCESSING"), "send"));
        assertProblem(send, "Note as sent", Map.of("pon", ""), "PON on the LSR", "Enter the PON on the LSR.");
        assertProblem(send, "Note as sent", Map.of("pon", "<x>"), "PON on the LSR",
                "A PON has at most 25 letters, digits, dots, hyphens, underscores or slashes.");
        assertProblem(send, "Note as sent", Map.of("note", "x".repeat(1_001)), "Note",
                "Use at most 1,000 characters; this has 1,001.");
        var confirm = desk.get(path(orderIn("CONTACTING_CARRIER"), "confirm"));
        assertProblem(confirm, "Note the date", Map.of("date", ""), "FOC date",
                "Enter the date that the carrier confirmed.");
        assertProblem(confirm, "Note the date", Map.of("date", "9.6.2099"), "FOC date",
                "Enter a date such as 2026-06-02.");
        assertProblem(confirm, "Note the date", Map.of("date", "2020-01-06"), "FOC date",
                "This moment has passed. Enter a later one.");
        assertProblem(confirm, "Note the date", Map.of("date", "+999999999-01-01"), "FOC date",
                "Choose a date within a year.");
        assertProblem(confirm, "Note the date", Map.of("date", tomorrow(), "time", "half past"), "Time",
                "Enter a time such as 14:30.");
        var reject = desk.get(path(orderIn("CONTACTING_CARRIER"), "reject"));
        var refused = reject.press("Note the rejection", Map.of("note", "Some reason"));
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Choose at least one reason."));
        assertEquals("Some reason", refused.field("Note").text());
        var cancel = desk.get(path(orderIn("CONTACTING_CARRIER"), "cancel"));
        assertProblem(cancel, "Cancel the order", Map.of("note", ""), "Note", "Say why the order is cancelled.");
        assertEquals(303, cancel.press("Cancel the order", Map.of("note", "x\r\n".repeat(499) + "x")).status(),
                "as the browser counts");
    }

    /** @return the next night on which the clocks of the organization are changed in that way */
    private static ZoneOffsetTransition nextChange(boolean gap) {
        var rules = ZoneId.of("America/Los_Angeles").getRules();
        var next = rules.nextTransition(Instant.now().plusSeconds(86_400));
        return next.isGap() == gap ? next : rules.nextTransition(next.getInstant());
    }

    @Test
    void asksWhichTimeIsMeantWhereTheClocksSkipIt() {
        var change = nextChange(true);
        var day = change.getDateTimeBefore().toLocalDate().toString();
        var pon = orderIn("CONTACTING_CARRIER");
        var form = desk.get(path(pon, "confirm"));
        var asked = form.press("Note the date", Map.of("date", day, "time", "02:30", "note", "By phone"));
        assertEquals(400, asked.status());
        var problem = asked.problemOf(asked.field("Time"));
        assertTrue(problem.contains("the clocks go forward from 2:00 AM to 3:00 AM: 2:30 AM does not exist."), problem);
        assertEquals("02:30", asked.field("Time").val());
        assertEquals(day, asked.field("FOC date").val());
        assertEquals("By phone", asked.field("Note").text());
        var choices = asked.document().select("input[name=moment]");
        assertEquals(2, choices.size());
        assertTrue(asked.text().contains("1:30 AM PST") && asked.text().contains("3:30 AM PDT"), asked.text());
        assertEquals("CONTACTING_CARRIER", state(pon));
        assertEquals(400, asked.press("Note the date", Map.of("moment", "")).status(),
                "it is asked until it is answered");
        var taken = asked.press("Note the date", Map.of("moment", choices.get(1).val()));
        assertEquals(303, taken.status(), taken.text());
        assertTrue(taken.follow().text().contains("3:30 AM PDT"));
    }

    @Test
    void asksWhichOneIsMeantOfATimeThatComesTwice() {
        var change = nextChange(false);
        var day = change.getDateTimeAfter().toLocalDate().toString();
        var pon = orderIn("CONTACTING_CARRIER");
        var french = Visitor.inFrench().signedInAs(clerk);
        var asked = french.get(path(pon, "confirm")).press("Enregistrer la date", Map.of("date", day, "time", "01:30"));
        assertEquals(400, asked.status());
        assertTrue(asked.text().contains("l'heure recule de 2 h 00 à 1 h 00 : 1 h 30 revient deux fois."),
                asked.text());
        var choices = asked.document().select("input[name=moment]");
        assertEquals(303, asked.press("Enregistrer la date", Map.of("moment", choices.get(0).val())).status());
        assertTrue(desk.get("/port-orders/" + pon).text().contains("1:30 AM PDT"), "the first of the two");
    }

    private static void assertProblem(Page form, String button, Map<String, String> typed, String label, String words) {
        var refused = form.press(button, typed);
        assertEquals(400, refused.status(), words);
        assertTrue(refused.title().startsWith("Error: "));
        var field = refused.field(label);
        assertEquals("Error: " + words, refused.problemOf(field));
        assertEquals(typed.getOrDefault(field.id(), field.val()), field.val(), "it is kept");
        assertEquals(words,
                Page.folded(refused.document().selectFirst("main .message-failed a[href=#" + field.id() + "]").text()));
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(clerk);
        var refused = french.get(path(orderIn("CONTACTING_CARRIER"), "reject")).press("Enregistrer le rejet", Map.of());
        assertTrue(refused.text().contains("Choisissez au moins un motif."), refused.text());
        assertTrue(french.get(path(orderIn("COMPLETED"), "send")).text()
                .contains("Cette étape n'est pas possible actuellement : l'état de la commande est « Terminée »."));
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        var pon = orderIn("CONTACTING_CARRIER");
        var form = desk.get(path(pon, "reject"));
        desk.get(path(pon, "confirm")).press("Note the date", Map.of("date", tomorrow()));
        var stale = form.press("Note the rejection",
                Map.of("reason_NOT_PORTABLE", "on", "note", "Not portable", "deskNote", "Kim again"));
        assertEquals(409, stale.status());
        assertTrue(stale.text().contains("The order was changed meanwhile The desk changed it on"), stale.text());
        assertEquals("Not portable", stale.field("Note").text());
        assertEquals("Kim again", stale.field("Note for the desk only").text());
        assertTrue(stale.document().getElementById("reason_NOT_PORTABLE").hasAttr("checked"));
        assertEquals("TRANSFER_APPROVED", state(pon));
        assertEquals(303, stale.press("Note the rejection", Map.of()).status(), "sent again, it is meant");
        assertEquals("ACTION_REQUIRED", state(pon));
    }

    @Test
    void showsWhatWasTypedThoughItIsTooLateForIt() {
        var pon = orderIn("PROCESSING");
        var form = desk.get(path(pon, "reject"));
        desk.get(path(pon, "cancel")).press("Cancel the order", Map.of("note", "Not needed"));
        var late = form.press("Note the rejection", Map.of("reason_NOT_PORTABLE", "on", "note", "Not portable"));
        assertEquals(409, late.status());
        assertTrue(late.text().contains("This step is not possible now"));
        assertEquals(List.of("State Action required Cancelled", "Reasons A number can't be ported. –",
                "Note Not portable Not needed",
                "Note for the desk only – –"), versions(late));
        assertFalse(late.text().contains("send your change again"));
    }

    private static List<String> versions(Page page) {
        return page.document().select("table.versions tbody tr").stream().map(row -> Page.folded(row.text())).toList();
    }

    @Test
    void showsBothVersionsOfWhatSomebodyElseDidMeanwhile() {
        var pon = orderIn("PROCESSING");
        var form = desk.get(path(pon, "send"));
        desk.get(path(pon, "send")).press("Note as sent", Map.of("pon", "LSR-1", "note", "By fax"));
        var stale = form.press("Note as sent", Map.of("pon", "LSR-2", "note", "By mail", "deskNote", "Kim"));
        assertEquals(409, stale.status());
        assertEquals(List.of("State Contacting carrier Contacting carrier", "PON on the LSR LSR-2 LSR-1",
                "Note By mail By fax",
                "Note for the desk only Kim –"), versions(stale));
    }

    @Test
    void saysThatNoNumberIsMarkedAsMovedYet() {
        var pon = organization.order("Harbor").in("TRANSFER_PENDING").confirmedFor(FAR).withNumber("+12065550112")
                .saved();
        var why = "Not possible yet: no number is marked as moved.";
        assertTrue(desk.get(path(pon, "complete-partially")).text().contains(why));
        var button = desk.get("/port-orders/" + pon).document().selectFirst(".desk-steps .btn-hindered");
        assertEquals("Partially completed", button.text());
        assertTrue(Page.folded(button.parent().text()).contains(why));
    }

    @Test
    void saysWhoReturnedAnOrderThatNoCarrierHasSeen() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        assertFalse(desk.get(path(pon, "cancel")).text().contains("withdrawn"), "no carrier was asked");
        var returned = desk.get(path(pon, "reject")).press("Note the rejection", Map.of("reason_LOA_MISSING", "on"))
                .follow();
        assertTrue(returned.text().contains("The order was returned to the organization, which was told why."),
                returned.text());
        var seen = Visitor.inFrench().signedInAs(admin).get("/port-orders/" + pon).text();
        assertTrue(seen.contains("Le service de portabilité vous renvoie la commande."), seen);
        assertFalse(seen.contains("L'opérateur a rejeté la commande"), seen);
        var mail = Page.folded(Mails.textOf(Fixtures.rowsOf(pon, "notice").get(0)));
        assertTrue(mail.contains("The porting desk returned the order to you.")
                && mail.contains("Why the porting desk returned it:"), mail);
    }

    @Test
    void showsTheTransferPinOnlyWhenAskedAndKeepsWhoAsked() {
        var pon = organization.order("Harbor").rejectedFor("PIN_MISSING").saved();
        var correction = "/port-orders/" + pon + "/correction";
        var customer = Visitor.inEnglish().signedInAs(admin);
        var given = customer.get(correction).submit(correction, Map.of("transferPin", TRANSFER_PIN));
        assertEquals(303, given.status(), given.text());
        Row.update("update port_order set state = 'PROCESSING', waiting = 'DESK' where pon = ?", pon);
        assertFalse(String.valueOf(Fixtures.orderRow(pon).get("transfer_pin")).contains(TRANSFER_PIN));
        assertFalse(customer.get("/port-orders/" + pon).source().contains(TRANSFER_PIN));
        assertFalse(desk.get("/port-orders/" + pon).source().contains(TRANSFER_PIN));
        var form = desk.get(path(pon, "send"));
        assertFalse(form.source().contains(TRANSFER_PIN));
        assertEquals(path(pon, "send"), desk.get(path(pon, "send/transfer-pin")).redirect(),
                "an address shows nothing");
        assertEquals(0, shown());
        var page = form.press("Show it once", Map.of("pon", "LSR-9", "note", "By fax"));
        assertEquals(200, page.status());
        assertEquals("LSR-9", page.field("PON on the LSR").val());
        assertEquals("By fax", page.field("Note").text());
        assertTrue(page.text().contains("transfer PIN: " + TRANSFER_PIN), page.text());
        assertEquals("no-store", page.header("Cache-Control").orElse(null));
        assertEquals(1, shown());
        assertEquals(pon,
                clerk.auditEntries().stream().filter(row -> row.get("event").equals("TRANSFER_PIN_SHOWN")).findFirst()
                        .orElseThrow().get("subject_name"));
        assertFalse(clerk.auditEntries().toString().contains(TRANSFER_PIN));
        assertEquals(303, page.press("Note as sent", Map.of()).status());
        assertEquals("/port-orders/" + pon, form.press("Show it once", Map.of()).redirect(),
                "only at the step that needs it");
        assertEquals(1, shown());
        desk.get(path(pon, "cancel")).press("Cancel the order", Map.of("note", "Not needed"));
        assertEquals(null, Fixtures.orderRow(pon).get("transfer_pin"));
    }

    private long shown() {
        return clerk.auditEntries().stream().filter(row -> row.get("event").equals("TRANSFER_PIN_SHOWN")).count();
    }
}
