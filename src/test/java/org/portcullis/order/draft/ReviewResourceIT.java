package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class ReviewResourceIT extends PortalTest {

    private static final String READY = "Everything is there. Check it once more, then send the order.";
    private static final String TAKEN = "Numbers: some can't move with this order; the page of the numbers says why. Remove them.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor");

    private static String gap(Page page, String address) {
        return Page.folded(
                page.document().select("main .message a").stream().filter(link -> link.attr("href").equals(address))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No gap at " + address + " in: " + page.text())).text());
    }

    @Test
    void listsWhatIsMissingWithTheWayThere() {
        var page = draft.page("review");
        assertEquals("Losing carrier: Fill this in.", gap(page, draft.address("carrier") + "#otherCarrier"));
        assertEquals("Requested date: Fill this in.", gap(page, draft.address("dates") + "#requestedDate"));
        assertEquals("Numbers: add at least one.", gap(page, draft.address("numbers")));
        assertEquals("Letter of authorization: sign or upload it.", gap(page, draft.address("documents")));
        assertFalse(page.text().contains(READY));
        var refused = draft.send();
        assertEquals(400, refused.status());
        assertTrue(refused.title().startsWith("Error: "));
        assertEquals("Review and send", refused.heading());
        assertTrue(visitor.get(draft.address()).text().contains("Draft"));
    }

    @Test
    void sendsTheOrderOnceHoweverOftenTheButtonIsPressed() {
        var page = draft.ready().page("review");
        assertTrue(page.text().contains(READY));
        assertEquals(draft.address(), page.submit(draft.address("review"), Map.of()).redirect());
        var order = visitor.get(draft.address());
        assertTrue(order.text().contains("The order was sent. We tell you by e-mail when it moves on."));
        assertTrue(order.text().contains("Processing"));
        assertEquals(draft.address(), page.submit(draft.address("review"), Map.of()).redirect());
        assertEquals(1, visitor.get(draft.address()).document().select(".timeline-here").size());
        assertEquals(draft.address(), draft.page("review").redirect());
    }

    @Test
    void sendsInFrench() {
        var french = Wizard.of(Visitor.inFrench().signedInAs(admin), draft.ready().pon());
        assertTrue(french.page("review").text()
                .contains("Tout y est. Vérifiez une dernière fois, puis envoyez la commande."));
        assertTrue(french.send().follow().text().contains("La commande a été envoyée."));
    }

    @Test
    void refusesNumbersThatWereTakenMeanwhile() {
        var page = draft.ready().page("review");
        organization.order("Pier 54").in("PROCESSING").withNumber("+14252000111").saved();
        var refused = page.submit(draft.address("review"), Map.of());
        assertEquals(400, refused.status());
        assertEquals(TAKEN, gap(refused, draft.address("numbers")));
        draft.page("numbers").submit(draft.address("numbers") + "/removal", Map.of("all", "all"));
        draft.addNumbers("425-200-0112");
        assertFalse(draft.page("review").text().contains(TAKEN));
    }

    @Test
    void tellsWhoSendsWhatSomebodyElseHasChanged() {
        var page = draft.ready().page("review");
        draft.save("dates", Map.of("noticeAddresses", "ada@example.com"));
        var stale = page.submit(draft.address("review"), Map.of());
        assertEquals(409, stale.status());
        assertTrue(stale.text().contains("The admin changed it on"));
        assertTrue(stale.text().contains("ada@example.com"));
        assertEquals(303, stale.submit(draft.address("review"), Map.of()).status());
    }

    /** An order of all the organization's numbers, which lacks nothing. */
    private static Wizard leaving(Visitor by, String numbers) {
        var leaving = Wizard.started(by, "Leaving", "OUT");
        leaving.addNumbers(numbers);
        leaving.save("carrier", Map.of("otherCarrier", "Pacific Bell"));
        var dates = leaving.page("dates");
        dates.submit(leaving.address("dates"),
                Map.of("kind", "COMPLEX", "requestedDate", dates.field("Requested date").attr("min")));
        return leaving;
    }

    private static Fixtures.Organization owner(String... numbers) {
        var owner = Fixtures.organization("Cascade South");
        for (String number : numbers) {
            owner.withNumber(number);
        }
        return owner.saved().withPin(Instant.now(), "The admin");
    }

    @Test
    void sendsWhatLeavesWithoutALetter() {
        var own = Wizard.someNumber();
        var leaving = leaving(Visitor.inEnglish().signedInAs(owner(own).admin()), own);
        assertFalse(leaving.page("review").text().contains("Letter of authorization"));
        assertEquals(leaving.address(), leaving.send().redirect());
    }

    @Test
    void letsNoLockedNumberLeave() {
        var one = Wizard.someNumber();
        var other = Wizard.someNumber();
        var by = Visitor.inEnglish().signedInAs(owner(one, other).admin());
        var leaving = leaving(by, one + "," + other);
        var page = leaving.page("review");
        by.get("/port-orders/locks").submit("/port-orders/locks/numbers", Map.of("text", one));
        var refused = page.submit(leaving.address("review"), Map.of());
        assertEquals(400, refused.status());
        assertEquals("Numbers: some are locked against port outs. Take the locks off, or remove these numbers.",
                gap(refused, leaving.address("numbers")));
        assertTrue(refused.text().contains("It is locked against port-outs. Take the lock off first: Port-out locks"));
        assertEquals("Port-out locks", refused.click("Port-out locks").heading());
        leaving.page("numbers").submit(leaving.address("numbers") + "/removal", Map.of("stuck", "stuck"));
        var added = leaving.save("numbers", Map.of("text", one), "add");
        assertTrue(added.text().contains("It is locked against port-outs. Take the lock off first: Port-out locks"));
        by.get("/port-orders/locks").press("Lock all numbers", Map.of());
        assertEquals(400, leaving.send().status());
        by.get("/port-orders/locks").press("Take this lock off", Map.of()).press("Take off", Map.of());
        assertEquals(leaving.address(), leaving.send().redirect());
        by.get("/port-orders/locks").press("Lock all numbers", Map.of());
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        assertTrue(
                desk.get(leaving.address()).text().contains("1 number of this order is locked against port-outs now."));
        assertEquals("Port-out locks", desk.get(leaving.address()).click("Port-out locks").heading());
    }

    @Test
    void letsNothingLeaveWithAPinThatCannotBeUsed() {
        var own = Wizard.someNumber();
        var owner = owner(own);
        var by = Visitor.inEnglish().signedInAs(owner.admin());
        var leaving = leaving(by, own);
        var page = leaving.page("review");
        Row.update("update port_out_pin set compromised_at = set_at where organization_id = ?", owner.id());
        var refused = page.submit(leaving.address("review"), Map.of());
        assertEquals(400, refused.status());
        assertEquals(
                "Direction: Your port out PIN was marked as compromised: no number can be ported out until another one is set.",
                gap(refused, "/port-orders/pin"));
        var form = by.get(Wizard.NEW);
        assertTrue(form.text().contains("Your port out PIN was marked as compromised"));
        assertEquals("Set or change your port out PIN", form.click("Set up and manage the PIN").heading());
        assertEquals(400, form.submit(Wizard.NEW, Map.of("name", "Again", "direction", "OUT")).status());
    }

    @Test
    void asksForThePasswordAgainBeforeNumbersLeave() {
        var own = Wizard.someNumber();
        var person = owner(own).admin();
        var by = Visitor.inEnglish().signedInAs(person);
        var leaving = leaving(by, own);
        var fresh = leaving.page("review");
        Row.update("update user_session set authenticated_at = authenticated_at - interval '1' hour where user_id = ?",
                person.id());
        assertFalse(leaving.page("review").text().contains("Send the order Save"));
        var question = fresh.submit(leaving.address("review"), Map.of()).follow();
        assertTrue(by.get(leaving.address()).text().contains("Draft"));
        assertEquals(question.heading(), leaving.page("review").click("Sign in again").heading());
        var back = question.submit("/sign-in/again", Map.of("password", Fixtures.PASSWORD));
        assertEquals(leaving.address("review"), back.redirect());
        assertEquals(leaving.address(), back.follow().submit(leaving.address("review"), Map.of()).redirect());
    }

    @Test
    void isNobodyElsesToSend() {
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(404, Wizard.of(stranger, draft.pon()).page("review").status());
        assertEquals(403,
                Wizard.of(Visitor.inEnglish().signedInAs(organization.viewer()), draft.pon()).page("review").status());
    }
}
