package org.portcullis.orderform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Given;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

abstract class ReviewResourceTest extends PortalTest {

    private static final String READY = "Everything is there. Check it once more, then send the order.";
    private static final String TAKEN =
            "Numbers: some can't move anymore, since they are with us by now or in another order. Remove them.";

    private final Given.Organization organization = Given.organization("Cascade Freight").saved();
    private final Given.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard draft = Wizard.started(visitor, "Harbor");

    private static String gap(Page page, String address) {
        return Page.folded(page.document().select("main .message a").stream().filter(link -> link.attr("href").equals(address))
                .findFirst().orElseThrow(() -> new AssertionError("No gap at " + address + " in: " + page.text())).text());
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
        assertTrue(french.page("review").text().contains("Tout y est. Vérifiez une dernière fois, puis envoyez la commande."));
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

    @Test
    void sendsWhatLeavesWithoutALetter() {
        var own = Wizard.someNumber();
        var owner = Given.organization("Cascade South").withNumber(own).saved().withPin(Instant.now(), "The admin");
        var leaving = Wizard.started(Visitor.inEnglish().signedInAs(owner.admin()), "Leaving", "OUT");
        leaving.addNumbers(own);
        leaving.save("carrier", Map.of("otherCarrier", "Pacific Bell"));
        var dates = leaving.page("dates");
        dates.submit(leaving.address("dates"), Map.of("kind", "SIMPLE", "requestedDate", dates.field("Requested date").attr("min")));
        assertFalse(leaving.page("review").text().contains("Letter of authorization"));
        assertEquals(leaving.address(), leaving.send().redirect());
    }

    @Test
    void isNobodyElsesToSend() {
        var stranger = Visitor.inEnglish().signedInAs(Given.organization("Somebody else").saved().admin());
        assertEquals(404, Wizard.of(stranger, draft.pon()).page("review").status());
        assertEquals(403, Wizard.of(Visitor.inEnglish().signedInAs(organization.viewer()), draft.pon()).page("review").status());
    }
}
