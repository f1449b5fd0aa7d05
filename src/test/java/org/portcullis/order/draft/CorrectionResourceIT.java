package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.order.document.Pdfs;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class CorrectionResourceIT extends PortalTest {

    private static final String VOID = "The order has been changed since the letter of authorization was signed";

    /** In characters: a page of one order with little in it has half as many. */
    private static final int LIGHT = 60_000;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);
    private final Wizard order = Wizard.started(visitor, "Harbor").ready();
    private final String correction = order.address() + "/correction";
    private final String review = correction + "/review";

    private Page form() {
        return visitor.get(correction);
    }

    private Page correct(Map<String, String> fields) {
        return form().submit(correction, fields);
    }

    private Page sendAgain() {
        return visitor.get(review).submit(review, Map.of());
    }

    private static List<String> inputs(Page page) {
        return page.document().select("main form [name]:not([type=hidden]):not(button)").stream()
                .map(input -> input.attr("name")).toList();
    }

    private static List<String> rows(Page page) {
        return page.document().select("table.versions tbody tr").stream().map(row -> Page.folded(row.text())).toList();
    }

    @Test
    void opensTheFieldsThatTheReasonsNameAndNoOthers() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH");
        var page = form();
        assertEquals("Correct the order", page.heading());
        assertEquals(List.of("accountNumber", "street", "city", "region", "zip"), inputs(page));
        assertTrue(page.text().contains("The account number doesn't match the losing carrier's records."));
        assertTrue(page.text().contains("Account number Sent before: 88-2041"), page.text());
        assertEquals("88-2041", page.field("Account number").attr("value"));
        correct(Map.of("accountNumber", "88-2042", "btn", "425-200-0199", "forgetTransferPin", "on"));
        assertFalse(visitor.get(order.address()).text().contains("0199"), "what is not open is not written");
    }

    @Test
    void showsOldAndNewSideBySideAndWritesThemIntoTheHistory() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH");
        assertTrue(visitor.get(review).text().contains("Nothing of what the carrier named has been changed."));
        assertEquals(review, correct(Map.of("accountNumber", "88-2042", "zip", "98104")).redirect());
        var page = visitor.get(review);
        assertEquals(
                List.of("Account number 88-2041 88-2042",
                        "Service address 1200 Alaskan Way Seattle, WA 98101 1200 Alaskan Way Seattle, WA 98104"),
                rows(page));
        assertTrue(page.text()
                .contains("Letter of authorization: the order was changed after it was signed. Sign it again."));
        assertEquals(400, sendAgain().status());
        assertTrue(form().text().contains(VOID));
        order.sign("Ada Moreau");
        assertEquals(order.address(), sendAgain().redirect());
        var sent = visitor.get(order.address());
        assertTrue(sent.text().contains("The corrected order was sent again."));
        assertTrue(sent.text().contains("Processing"));
        assertTrue(
                sent.document().select(".timeline-change del").stream().anyMatch(old -> old.text().equals("88-2041")));
        assertTrue(
                sent.document().select(".timeline-change ins").stream().anyMatch(now -> now.text().equals("88-2042")));
        assertEquals(order.address(), visitor.get(correction).redirect());
        assertEquals(order.address(), page.submit(review, Map.of()).redirect(), "the second click does nothing");
    }

    @Test
    void keepsWhatIsTypedOnTheWayToNumbersAndDocuments() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH", "NOT_PORTABLE");
        assertEquals(order.address("numbers"), correct(Map.of("accountNumber", "88-2042", "go", "numbers")).redirect());
        assertEquals("88-2042", form().field("Account number").attr("value"));
        assertEquals(order.address("documents"), correct(Map.of("accountNumber", "", "go", "documents")).redirect());
        assertEquals("", form().field("Account number").attr("value"));
    }

    @Test
    void correctsInFrench() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH");
        var french = Visitor.inFrench().signedInAs(admin);
        var page = french.get(correction);
        assertEquals("Corriger la commande", page.heading());
        assertTrue(page.text().contains("Envoi précédent : 88-2041"));
        var empty = page.submit(correction, Map.of("accountNumber", ""));
        assertEquals("Erreur : Renseignez ce champ.", empty.problemOf(empty.field("Numéro de compte")));
        var compared = empty.submit(correction, Map.of("accountNumber", "88-2042")).follow();
        assertEquals("Avant et après", compared.heading());
        assertEquals(List.of("Numéro de compte 88-2041 88-2042"), rows(compared));
    }

    @Test
    void keepsWhatIsNotGoodYetAndSendsNothingBefore() {
        order.rejectedFor("ADDRESS_MISMATCH");
        var page = correct(Map.of("zip", "981", "street", ""));
        assertEquals(400, page.status());
        assertEquals("981", form().field("ZIP or postal code").attr("value"));
        assertEquals("", form().field("Street and number").attr("value"));
        var refused = sendAgain();
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Street and number: Fill this in."));
    }

    @Test
    void asksForTheTransferPinAndNeverShowsIt() {
        order.rejectedFor("PIN_MISSING");
        var page = correct(Map.of());
        assertEquals(400, page.status());
        assertEquals("Error: Fill this in.", page.problemOf(page.field("Losing carrier's transfer PIN (optional)")));
        assertEquals(400, sendAgain().status());
        assertEquals(303, correct(Map.of("transferPin", "harbor-7741")).status());
        assertEquals(List.of("Losing carrier's transfer PIN – Given anew"), rows(visitor.get(review)));
        assertEquals(order.address(), sendAgain().redirect());
        assertTrue(visitor.get(order.address()).text().contains("Given anew"));
        assertFalse(visitor.get(order.address()).source().contains("7741"));
    }

    @Test
    void saysNothingOfWhatWasLeftAsItWas() {
        order.save("carrier", Map.of("transferPin", "harbor-7741"));
        order.rejectedFor("PIN_INVALID", "LOA_INVALID");
        var page = visitor.get(review);
        assertTrue(page.text().contains("Nothing of what the carrier named has been changed."), page.text());
        assertTrue(rows(page).contains("Losing carrier's transfer PIN Given Unchanged"), rows(page).toString());
        order.sign("Grace Hopper");
        var compared = visitor.get(review);
        assertTrue(rows(compared).stream().anyMatch(row -> row.matches(
                "Documents Letter of authorization.*: signed by Ada Moreau on .* Letter of authorization.*: signed by Grace Hopper on .*")),
                rows(compared).toString());
        assertFalse(compared.text().contains("Nothing of what the carrier named has been changed."));
        sendAgain();
        var history = visitor.get(order.address()).document().select(".timeline-change").eachText();
        assertTrue(history.stream().anyMatch(line -> line.startsWith("Documents")), history.toString());
        assertFalse(history.stream().anyMatch(line -> line.contains("PIN")), history.toString());
    }

    @Test
    void sendsAgainWhatIsLeftOnceSomeNumbersHaveMoved() {
        order.rejectedFor("SPECIAL_FEATURE");
        var moved = Wizard.someNumber();
        Row.update(
                "update port_order_number set number = ?, status = 'PORTED', handed_over = true where number = '+14252000111'"
                        + " and order_id = ?",
                moved, organization.orderId(order.pon()));
        Row.update("insert into telephone_number (number, organization_id) values (?, ?)", moved, organization.id());
        var cancel = visitor.get(order.address() + "/change/cancellation").text();
        assertTrue(cancel.contains("The numbers that have moved stay with us; no other one moves."), cancel);
        var page = order.page("numbers");
        assertTrue(page.text().contains("They stay in the order and can't be removed."), page.text());
        assertEquals(List.of("remove_14252000112-1"), page.document().select("input[name^=remove_]").eachAttr("name"));
        page.submit(order.address("numbers") + "/removal", Map.of("all", "all"));
        assertTrue(sendAgain().text().contains("all that are left in the order have moved already"));
        assertEquals(correction, order.addNumbers("425-200-0121").redirect());
        order.sign("Ada Moreau");
        assertEquals(order.address(), sendAgain().redirect());
    }

    @Test
    void opensTheNumbersOnTheirOwnPage() {
        order.rejectedFor("NOT_PORTABLE");
        var numbers = correct(Map.of("go", "numbers")).follow();
        assertEquals("Numbers", numbers.heading());
        var removal = order.address("numbers") + "/removal";
        assertEquals(303, numbers.submit(removal, Map.of("remove_14252000111-2", "on")).status());
        assertEquals(400, sendAgain().status(), "an order needs numbers");
        assertEquals(correction, order.addNumbers("425-200-0120").redirect());
        assertEquals(List.of("Numbers Removed: +1 425-200-0111–0112 Added: +1 425-200-0120"),
                rows(visitor.get(review)));
        assertEquals(correction, order.save("numbers", Map.of("go", "back")).redirect());
        assertEquals(order.address(), order.save("numbers", Map.of("go", "later")).redirect());
    }

    @Test
    void showsOnlyTheNumbersThatCameOrWent() {
        order.rejectedFor("NOT_PORTABLE");
        var removal = order.address("numbers") + "/removal";
        order.addNumbers("425-200-0113-0120");
        assertEquals(List.of("Numbers – Added: +1 425-200-0113–0120"), rows(visitor.get(review)));
        order.page("numbers").submit(removal, Map.of("all", "all"));
        order.addNumbers("425-200-0111");
        assertEquals(List.of("Numbers Removed: +1 425-200-0112 –"), rows(visitor.get(review)));
        order.sign("Ada Moreau");
        sendAgain();
        assertTrue(visitor.get(order.address()).text().contains("Numbers: Removed: +1 425-200-0112"),
                visitor.get(order.address()).text());
    }

    @Test
    void staysLightWithThousandsOfNumbers() {
        var id = organization.orderId(order.pon());
        Row.insertAll(
                "insert into port_order_number (order_id, number, organization_id, status) values (?, ?, ?, 'WAITING')",
                IntStream.range(0, 3_998)
                        .mapToObj(i -> new Object[] {id, "+1425" + (3_000_000 + 2 * i), organization.id()}).toList());
        Row.update("update port_order set number_count = 4000 where id = ?", id);
        var letter = order.page("letter");
        assertTrue(letter.text().contains("And 3,949 more ranges. The signed letter, a PDF, lists every one."),
                letter.text());
        // Another one in its place: to write so many numbers on paper takes long.
        order.page("documents").submit(order.address("documents"), Map.of(), "file-LOA", "letter.pdf", Pdfs.plain());
        order.rejectedFor("NOT_PORTABLE");
        var before = form();
        order.page("numbers").submit(order.address("numbers") + "/removal", Map.of("all", "all"));
        order.addNumbers("425-200-0111");
        var compared = visitor.get(review);
        assertTrue(compared.text().contains("Removed: +1 425-200-0112, +1 425-300-0000, "), compared.text());
        assertTrue(compared.text().contains("And 3,949 more ranges."), compared.text());
        sendAgain();
        for (var page : List.of(letter, before, compared, visitor.get(order.address()))) {
            assertEquals(200, page.status());
            assertTrue(page.source().length() < LIGHT, page.source().length() + " characters: " + page.title());
        }
        assertTrue(visitor.get(order.address()).text().contains("Numbers: Removed: +1 425-200-0112, "));
    }

    @Test
    void hasNothingToCorrectWhereANumberIsFrozen() {
        order.rejectedFor("NUMBER_FROZEN");
        assertEquals(List.of(), inputs(form()));
        assertTrue(form().text().contains("Ask the losing carrier to lift the freeze"));
        assertEquals(order.address(), order.page("numbers").redirect());
        assertEquals(review, correct(Map.of()).redirect());
        assertTrue(visitor.get(review).text().contains("Nothing in the order has to be corrected."));
        assertEquals(order.address(), sendAgain().redirect());
        assertTrue(visitor.get(order.address()).text().contains("Processing"));
    }

    @Test
    void tellsWhoComesTooLateAndLosesNothingOfTheirs() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH");
        var late = form();
        var lateReview = visitor.get(review);
        correct(Map.of("accountNumber", "88-2042"));
        var page = late.submit(correction, Map.of("accountNumber", "88-2043"));
        assertEquals(409, page.status());
        assertTrue(page.text().contains("The admin changed it on"));
        assertEquals(List.of("Account number 88-2043 88-2042"), rows(page));
        assertEquals("88-2043", page.field("Account number").attr("value"));
        var notSent = lateReview.submit(review, Map.of());
        assertEquals(409, notSent.status());
        assertEquals(List.of("Account number 88-2041 88-2042"), rows(notSent));
        assertEquals(303, page.submit(correction, Map.of()).status());
    }

    @Test
    void losesNothingThatComesAfterTheOrderWasSentAgain() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH");
        var late = form();
        correct(Map.of("accountNumber", "88-2042"));
        order.sign("Ada Moreau");
        sendAgain();
        var page = late.submit(correction, Map.of("accountNumber", "88-2043"));
        assertEquals(409, page.status());
        assertTrue(page.text().contains("The admin changed it on"));
        assertEquals(List.of("Account number 88-2043 88-2042"), rows(page));
    }

    @Test
    void asksForAReplacementWhereTheCorrectedBtnMoves() {
        order.save("carrier", Map.of("extent", "PARTIAL"));
        order.sign("Ada Moreau");
        order.rejectedFor("BTN_MISMATCH");
        assertEquals(List.of("btn"), inputs(form()), "what no reason names is closed");
        correct(Map.of("btn", "425-200-0112"));
        order.sign("Ada Moreau");
        var refused = sendAgain();
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Replacement BTN: The BTN is among the numbers that move."), refused.text());
        assertEquals(List.of("btn", "replacementBtn"), inputs(form()));
        assertEquals(400, correct(Map.of("replacementBtn", "425-200-0111")).status(), "it moves too");
        assertEquals(review, correct(Map.of("replacementBtn", "425-200-0100")).redirect());
        assertEquals(List.of("BTN +1 425-200-0100 +1 425-200-0112", "Replacement BTN – +1 425-200-0100"),
                rows(visitor.get(review)));
        order.sign("Ada Moreau");
        assertEquals(order.address(), sendAgain().redirect());
        assertTrue(
                visitor.get(order.address()).document().select(".timeline-change").text().contains("Replacement BTN"));
    }

    @Test
    void asksForAnotherReplacementWhereANumberToMoveIsTheOldOne() {
        order.save("carrier", Map.of("extent", "PARTIAL", "btn", "425-200-0111", "replacementBtn", "425-200-0115"));
        order.sign("Ada Moreau");
        order.rejectedFor("NOT_PORTABLE");
        assertEquals(List.of(), inputs(form()));
        order.addNumbers("425-200-0115");
        order.sign("Ada Moreau");
        assertTrue(sendAgain().text().contains("Replacement BTN: This number moves with the order."));
        assertEquals(List.of("replacementBtn"), inputs(form()));
    }

    @Test
    void asksForTheTypeAndTheDateWhereASimplePortGetsAnotherNumber() {
        var removal = order.address("numbers") + "/removal";
        order.page("numbers").submit(removal, Map.of("all", "all"));
        order.addNumbers("425-200-0111");
        order.save("dates", Map.of("kind", "SIMPLE"), "later");
        order.save("dates", Map.of("requestedDate", order.page("dates").field("Requested date").attr("min")));
        order.sign("Ada Moreau");
        order.rejectedFor("NOT_PORTABLE");
        order.addNumbers("425-200-0112");
        order.sign("Ada Moreau");
        assertTrue(sendAgain().text().contains("Port type: A simple port moves one number; this order has several."));
        assertEquals(List.of("kind", "kind"), inputs(form()), "two options");
        correct(Map.of("kind", "COMPLEX"));
        assertTrue(sendAgain().text().contains("Requested date: The earliest possible date is"));
        assertEquals(review, correct(Map.of("requestedDate", form().field("Requested date").attr("min"))).redirect());
        order.sign("Ada Moreau");
        assertTrue(
                rows(visitor.get(review))
                        .contains("Port type Simple port (one line) Several lines or special services"),
                rows(visitor.get(review)).toString());
        assertEquals(order.address(), sendAgain().redirect());
    }

    @Test
    void isNoWayToSendADraftThatIsNotReady() {
        var draft = Wizard.started(visitor, "Draft");
        draft.addNumbers("425-200-0130");
        var rejected = order.rejectedFor("NUMBER_FROZEN");
        var fields = visitor.get(review).document().select("form[action=" + review + "] input");
        var version = draft.page("carrier").document().selectFirst("input[name=version]").attr("value");
        var address = draft.address() + "/correction";
        var typed = Map.of("csrf-token", fields.select("[name=csrf-token]").attr("value"), "version", version);
        assertEquals(draft.address(), visitor.post(address, typed).redirect());
        assertEquals(draft.address(), visitor.post(address + "/review", typed).redirect());
        assertEquals(draft.address(), visitor.get(address).redirect());
        assertTrue(visitor.get(draft.address()).text().contains("Draft"));
        assertEquals(rejected.address(), rejected.page("carrier").redirect(),
                "nor one to fill in a rejected order as a draft");
    }

    @Test
    void isNobodyElsesToCorrect() {
        order.rejectedFor("ACCOUNT_NUMBER_MISMATCH");
        assertEquals(404, Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin())
                .get(correction).status());
        assertEquals(403, Visitor.inEnglish().signedInAs(organization.viewer()).get(correction).status());
    }

    @Test
    void holdsNumbersThatLeaveToThePasswordAndToTheirLocks() {
        var own = Wizard.someNumber();
        var owner = Fixtures.organization("Departing").withNumber(own).saved().withPin(Instant.now(), "The admin");
        var person = owner.admin();
        var by = Visitor.inEnglish().signedInAs(person);
        var pon = owner.order("Leaving").out().withNumber(own).rejectedFor("NOT_PORTABLE").saved();
        var review = "/port-orders/" + pon + "/correction/review";
        by.get("/port-orders/locks").press("Lock all numbers", Map.of());
        var refused = by.get(review).submit(review, Map.of());
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Numbers: some are locked against port outs."), refused.text());
        by.get("/port-orders/locks").press("Take this lock off", Map.of()).press("Take off", Map.of());
        var fresh = by.get(review);
        Row.update("update user_session set authenticated_at = authenticated_at - interval '1' hour where user_id = ?",
                person.id());
        assertTrue(by.get(review).text().contains("Sign in again to send the order"));
        var back = fresh.submit(review, Map.of()).follow().submit("/sign-in/again",
                Map.of("password", Fixtures.PASSWORD));
        assertEquals("ACTION_REQUIRED", Fixtures.orderRow(pon).get("state"));
        assertEquals(review, back.redirect());
        assertEquals("/port-orders/" + pon, back.follow().submit(review, Map.of()).redirect());
        assertEquals("PROCESSING", Fixtures.orderRow(pon).get("state"));
    }
}
