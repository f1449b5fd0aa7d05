package org.portcullis.portout.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.AskingCarrier;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Surroundings;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class RequestResourceIT extends PortalTest {

    private static final String REQUESTS = "/port-out-requests/";
    private static final String PIN = "73910482";
    private static final String WRONG = "58203917";
    private static final AtomicInteger BLOCKS = new AtomicInteger(200);

    /** Area code and exchange of ten thousand numbers that no other test uses. */
    private final int block = BLOCKS.incrementAndGet();
    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").withNumber(number(1))
            .withNumber(number(2)).saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private String number(int line) {
        return "+1458" + block + "%04d".formatted(line);
    }

    private String shown(int line) {
        return "+1 458-" + block + "-%04d".formatted(line);
    }

    /** A request for both numbers with the organization's PIN. */
    private Fixtures.RequestBuilder awaited() {
        if (organization.pinRows().isEmpty()) {
            organization.withPin(Instant.now(), "The admin");
        }
        return organization.request("Columbia Fiber").forNumbers(number(1) + "-" + number(2), 2)
                .awaitingApprovalUntil(Instant.now().plus(Duration.ofMinutes(119 * 60 + 59)));
    }

    private Page page(UUID id) {
        return visitor.get(REQUESTS + id);
    }

    private static Map<String, String> row(UUID id) {
        return Fixtures.requestRow(id);
    }

    private List<Map<String, String>> orders() {
        return Row.select("select * from port_order where organization_id = ?", organization.id());
    }

    private static List<String> checks(Page page) {
        return page.document().select(".checks li").eachText().stream().map(Page::folded).toList();
    }

    private static List<String> events(Fixtures.Person person) {
        return person.auditEntries().stream().map(entry -> entry.get("event")).toList();
    }

    private static List<String> subjects(Fixtures.Person reader) {
        return Row.select("select * from notice where recipient = ? order by created_at", reader.email()).stream()
                .map(notice -> Page.folded(notice.get("subject"))).toList();
    }

    private boolean isAllLocked() {
        return !Row.select("select * from port_out_lock where organization_id = ? and number = ''", organization.id())
                .isEmpty();
    }

    /**
     * A platform asks for the first number.
     *
     * @return the request's id
     */
    private UUID asked(String elements) {
        AskingCarrier.knownTo(Surroundings.portalUrl()).ask(elements, number(1));
        return UUID.fromString(Row
                .select("select * from port_out_request where organization_id = ? order by received_at desc",
                        organization.id())
                .get(0).get("id"));
    }

    @Test
    void saysOfEachCheckWhetherItIsPassed() {
        var wrong = checks(page(organization.request("Columbia Fiber").refusedFor("PIN_INVALID").saved()));
        assertEquals(List.of("No more than 20,000 numbers Passed", "All numbers are with us Passed",
                "All numbers are in service Passed",
                "All numbers belong to one organization Passed", "No number is locked Passed",
                "No other port out is under way Passed",
                "Account number, where given, is right Passed", "ZIP code, where given, is right Passed",
                "Organization is in the United States Passed",
                "A port out PIN is set Passed", "The PIN was given Passed",
                "The PIN was right Failed The port out PIN was wrong."), wrong);
        var several = checks(page(
                organization.request("Columbia Fiber").refusedFor("LOCKED", "ZIP_MISSING", "PIN_MISSING").saved()));
        assertEquals("No number is locked Failed Numbers are locked. Take the lock off before they can leave.",
                several.get(4));
        assertEquals("ZIP code, where given, is right Failed The ZIP code was missing.", several.get(7));
        assertEquals(List.of("The PIN was given Failed The port out PIN was missing.", "The PIN was right Not checked"),
                several.subList(10, 12));
        var early = checks(page(organization.request("Columbia Fiber").refusedFor("NOT_ACTIVE").saved()));
        assertEquals("All numbers are in service Failed At least one of the numbers is not in service.", early.get(2));
        assertTrue(early.subList(3, 12).stream().allMatch(check -> check.endsWith(" Not checked")));
    }

    @Test
    void tellsAboutARefusedRequest() {
        var id = organization.request("Columbia Fiber").withPon("LSR-77").forNumbers(number(1), 1).askedTimes(4)
                .refusedFor("ALREADY_LEAVING").saved();
        var page = visitor.get("/port-out-requests").click("Columbia Fiber");
        assertEquals("Columbia Fiber asks for 1 number", page.heading());
        assertTrue(page.source().contains(id.toString()));
        for (String words : List.of("LSR-77", shown(1),
                "The request was refused. The numbers stay with you. A port out is already under way for at least one of"
                        + " the numbers.",
                "Times asked 4", "How it came API")) {
            assertTrue(page.text().contains(words), words);
        }
        assertFalse(page.hasButton("Approve") || page.hasButton("Refuse"));
        assertTrue(page.hasLink("This was not us"));
        assertEquals("Port-out requests", page.click("Port-out requests").heading());
    }

    @Test
    void warnsOfGuessingOnThePageThatTheWarningLeadsTo() {
        var slowed = organization.request("Columbia Fiber").refusedFor("GUESSING_SLOWED").saved();
        var locked = organization.request("Columbia Fiber").refusedFor("GUESSING_LOCKED").saved();
        assertEquals(
                "The PIN was right Failed The port out PIN was not looked at: there were too many wrong ones just before.",
                checks(page(slowed)).get(11));
        assertTrue(page(locked).text()
                .contains("after too many wrong ones, none is until you change it or the porting desk lifts this."));
        assertFalse(page(locked).text().contains("Guessing of your PIN was stopped"), "it was another one's");
        organization.withPin(Instant.now(), "The admin").guessedAt(17, null);
        assertTrue(page(locked).text().contains("Guessing of your PIN was stopped"));
        Row.update("update port_out_guess set locked_at = null, blocked_until = ? where subject = ?",
                Instant.parse("2100-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                "organization:" + organization.id());
        assertEquals("Lock numbers",
                Page.folded(page(slowed).document().selectFirst(".message a[href=/port-orders/locks]").text()));
        assertTrue(Visitor.inFrench().signedInAs(admin).get(REQUESTS + slowed).text()
                .contains("Quelqu'un essaie peut-être de deviner votre code confidentiel"));
    }

    @Test
    void showsTheLastDigitsToAdminsOnly() {
        var id = organization.request("Columbia Fiber").forNumbers(number(1) + "-" + number(40) + "," + number(60), 41)
                .saved();
        var page = page(id);
        assertTrue(page.text().contains(shown(1) + "–0040 40 " + shown(60)), page.text());
        var masked = Visitor.inEnglish().signedInAs(organization.viewer()).get(REQUESTS + id);
        assertTrue(masked.text().contains("Only admins see the last digits. +1 458-" + block + "-•••• 41"),
                masked.text());
        assertFalse(masked.source().contains(block + "-0") || masked.source().contains(block + "0"));
    }

    @Test
    void showsManyNumbersInPages() {
        var ranges = IntStream.range(0, 250).mapToObj(i -> number(2 * i)).toList();
        var page = page(organization.request("Columbia Fiber").forNumbers(String.join(",", ranges), 250).saved());
        assertTrue(page.text().contains(shown(198)) && !page.text().contains(shown(200)));
        assertTrue(visitor.get(page.document().selectFirst("a[rel=next]").attr("href")).text().contains(shown(200)));
        assertTrue(visitor.get(REQUESTS + "x").status() == 404);
    }

    @Test
    void saysWhyNobodyWasWrittenTo() {
        var id = organization.request("Columbia Fiber").untold().saved();
        assertTrue(page(id).text().contains("Nobody was told by e-mail: there were many requests within an hour."));
        Row.update("update port_out_request set verdict = 'DECIDING', refusals = '' where id = ?", id);
        assertTrue(
                page(id).text().contains("Nobody yet.") && page(id).text().contains("The checks are not finished yet."),
                page(id).text());
        var lonely = Fixtures.organization("Olympic").saved();
        var viewer = Visitor.inFrench().signedInAs(lonely.viewer());
        assertTrue(viewer.get(REQUESTS + lonely.request("Columbia Fiber").saved()).text()
                .contains("Personne : l'organisation n'a aucun administrateur"));
    }

    @Test
    void asksForTheWordWithTheTimeThereIsForIt() {
        var page = page(awaited().saved());
        assertTrue(page.text()
                .contains("Every check is passed, and the PIN was right. Your organization has the last word."));
        assertTrue(page.text().contains("(119 hours "), page.text());
        assertTrue(page.text().contains("If nobody answers The request is refused, and the numbers stay with you."));
        assertEquals("An admin approved Awaited Your approval is needed.", checks(page).get(12));
        assertTrue(page.hasButton("Approve") && page.hasButton("Refuse"));
    }

    @Test
    void approvesAndMakesThePortOrder() {
        var id = awaited().withPon("LSR-91").saved();
        var other = organization.admin();
        var page = page(id).press("Approve", Map.of()).follow();
        assertTrue(page.text().contains("Approved: the numbers leave with a port order. Your admins were told."),
                page.text());
        assertTrue(page.text().contains("The request was allowed: the numbers leave with a port order."));
        assertTrue(page.text().contains("Last word The admin"));
        assertFalse(page.hasButton("Approve") || page.hasButton("Refuse"));
        assertEquals("An admin approved Passed", checks(page).get(12));
        var order = orders().get(0);
        assertEquals(
                List.of("PROCESSING", "OUT", "Columbia Fiber", "LSR-91", "2", order.get("id"), "ALLOWED", "The admin"),
                List.of(order.get("state"), order.get("direction"), order.get("other_carrier"),
                        order.get("carrier_pon"), order.get("number_count"),
                        row(id).get("order_id"), row(id).get("verdict"), row(id).get("decided_by")));
        assertEquals(1, orders().size());
        assertEquals("Port orders", page.document().select("nav [aria-label=Voice] a").get(0).text());
        assertTrue(page.click(order.get("name")).text().contains(order.get("pon")));
        assertTrue(events(admin).contains("PORT_OUT_APPROVED_BY_ADMIN"));
        for (Fixtures.Person reader : List.of(admin, other)) {
            assertTrue(Mails.to(reader.email(), 1).stream()
                    .anyMatch(mail -> mail.subject().startsWith("Your numbers are to leave: Columbia Fiber")
                            && mail.text().contains(REQUESTS + id)));
            assertTrue(page(id).text().contains(reader.email()), "the page says who was told");
        }
    }

    @Test
    void refusesAndLeavesTheNumbersWhereTheyAre() {
        var id = awaited().saved();
        var page = page(id).press("Refuse", Map.of()).follow();
        assertTrue(page.text().contains("Refused: the numbers stay with you."));
        assertTrue(page.text().contains("An admin of your organization refused it."));
        assertTrue(page.text().contains("ask your new carrier to send its request again, and approve it then."),
                page.text());
        assertEquals(List.of("REFUSED", "REFUSED_BY_ADMIN", "The admin"),
                List.of(row(id).get("verdict"), row(id).get("refusals"), row(id).get("decided_by")));
        assertEquals("An admin approved Failed An admin of your organization refused it.", checks(page).get(12));
        assertEquals(List.of(), orders());
        assertTrue(events(admin).contains("PORT_OUT_REFUSED_BY_ADMIN"));
        assertTrue(Mails.to(admin.email(), 1).stream()
                .anyMatch(mail -> mail.text().contains("An admin of your organization refused it.")));
    }

    @Test
    void asksForThePasswordAgainBeforeNumbersLeave() {
        var id = awaited().saved();
        var open = page(id);
        Row.update("update user_session set authenticated_at = authenticated_at - interval '1' hour where user_id = ?",
                admin.id());
        assertTrue(
                page(id).text().contains("To approve, give your password once more") && page(id).hasButton("Refuse"));
        var question = open.press("Approve", Map.of()).follow();
        assertEquals("AWAITING_APPROVAL", row(id).get("verdict"));
        assertEquals(question.heading(), page(id).click("Sign in again").heading());
        var back = question.submit("/sign-in/again", Map.of("password", Fixtures.PASSWORD)).follow();
        assertTrue(back.press("Approve", Map.of()).follow().text()
                .contains("Approved: the numbers leave with a port order."));
    }

    @Test
    void approvesForACarrierThatHasToAskAgain() {
        organization.withPin(PIN);
        var id = awaited().over("BANDWIDTH").saved();
        assertTrue(page(id).text().contains("The numbers leave as soon as the carrier asks again: it can't be told."));
        var page = page(id).press("Approve", Map.of()).follow();
        assertTrue(page.text().contains("Approved: the numbers leave as soon as the carrier asks again."), page.text());
        assertTrue(page.text().contains("As soon as it asks again within 14 days, the numbers leave."));
        assertEquals(List.of(), orders());
        assertEquals("ALLOWED", row(id).get("verdict"));
    }

    @Test
    void saysThatASecondWordComesTooLate() {
        var approved = awaited().saved();
        var before = page(approved);
        before.press("Approve", Map.of());
        assertTooLate(before.press("Approve", Map.of()));
        assertTooLate(before.press("Refuse", Map.of()));
        assertEquals("ALLOWED", row(approved).get("verdict"));
        assertEquals(1, orders().size());
        var refused = organization.request("Rainier").forNumbers(number(1), 1)
                .awaitingApprovalUntil(Instant.now().plus(Duration.ofDays(3))).saved();
        before = page(refused);
        before.press("Refuse", Map.of());
        assertTooLate(before.press("Approve", Map.of()));
        assertEquals("REFUSED", row(refused).get("verdict"));
        assertEquals(1, orders().size());
    }

    @Test
    void countsNoWordAfterTheTimeForIt() {
        var id = awaited().saved();
        var before = page(id);
        Row.update("update port_out_request set answer_by = ? where id = ?",
                Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), id);
        assertTooLate(before.press("Approve", Map.of()));
        assertEquals(List.of(), orders());
        assertFalse(page(id).hasButton("Approve"));
    }

    private static void assertTooLate(Page answer) {
        var page = answer.follow();
        assertTrue(page.text().contains("Nothing was changed: somebody else had the last word, or the time was up."),
                page.text());
        assertEquals("alert", page.document().selectFirst("main .message-act-now").attr("role"));
    }

    @Test
    void approvesNothingThatWasLockedMeanwhile() {
        var id = awaited().saved();
        visitor.get("/port-orders/locks").submit("/port-orders/locks/numbers", Map.of("text", number(2)));
        var page = page(id).press("Approve", Map.of()).follow();
        assertTrue(page.document().selectFirst("[role=alert]").text().startsWith("Not approved"), page.text());
        assertEquals("AWAITING_APPROVAL", row(id).get("verdict"));
        assertEquals(List.of(), orders());
        assertFalse(events(admin).contains("PORT_OUT_APPROVED_BY_ADMIN"));
    }

    @Test
    void showsAViewerEverythingAndNothingToDo() {
        var id = awaited().saved();
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var page = viewer.get(REQUESTS + id);
        assertTrue(page.text().contains("Only an admin of your organization can do this."));
        assertFalse(page.hasButton("Approve") || page.hasButton("Refuse") || page.hasLink("This was not us"));
        var token = page.document().selectFirst("input[name=csrf-token]").val();
        for (String what : List.of("/approval", "/refusal", "/not-us")) {
            assertFalse(page.hasForm(REQUESTS + id + what));
            assertEquals(403, viewer.post(REQUESTS + id + what, Map.of("csrf-token", token)).status(), what);
        }
        assertEquals(403, viewer.get(REQUESTS + id + "/not-us").status());
        assertEquals("AWAITING_APPROVAL", row(id).get("verdict"));
        assertFalse(isAllLocked());
    }

    @Test
    void hidesRequestsOfOtherOrganizations() {
        var id = awaited().saved();
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Other").saved().admin());
        var token = stranger.get("/port-out-requests").document().selectFirst("input[name=csrf-token]").val();
        assertEquals(404, stranger.get(REQUESTS + id).status());
        for (String what : List.of("/approval", "/refusal", "/not-us")) {
            assertEquals(404, stranger.post(REQUESTS + id + what, Map.of("csrf-token", token)).status(), what);
        }
        assertEquals("AWAITING_APPROVAL", row(id).get("verdict"));
        assertFalse(isAllLocked());
    }

    @Test
    void stopsEverythingThatNobodyWanted() {
        organization.withPin(PIN);
        var desk = Fixtures.desk();
        var id = asked("<PON>LSR-13</PON><Pin>" + PIN + "</Pin>");
        var order = orders().get(0);
        var orderPage = "/port-orders/" + order.get("pon");
        assertTrue(Visitor.inEnglish().signedInAs(organization.viewer()).get(orderPage).text()
                .contains("This was not us Only an admin of your organization can do this."));
        var question = visitor.get(orderPage).click("This was not us");
        assertEquals(question.text(), page(id).click("This was not us").text());
        assertEquals("This was not us", question.heading());
        for (String words : List.of("All telephone numbers of your organization are locked",
                "The port order " + order.get("pon") + " is cancelled.",
                "Your port out PIN can't be used anymore, because this request carried it.")) {
            assertTrue(question.text().contains(words), words);
        }
        assertFalse(isAllLocked(), "asking does nothing");
        var page = question.press("This was not us", Map.of()).follow();
        for (String words : List.of("Noted: this was not you.", "Your organization says: this was not us",
                "by The admin. The porting desk was told.",
                "All your numbers are locked", "The port order was stopped.", "its port order was cancelled since")) {
            assertTrue(page.text().contains(words), words);
        }
        assertTrue(page.hasLink("Change the PIN") && page.hasLink("Locks of your numbers")
                && !page.hasLink("This was not us"));
        assertFalse(visitor.get(orderPage).text().contains("This was not us"), "it is said once");
        assertTrue(isAllLocked());
        assertEquals("CANCELLED", orders().get(0).get("state"));
        assertNotNull(organization.pinRows().get(0).get("compromised_at"));
        assertEquals("The admin", row(id).get("not_us_by"));
        assertTrue(events(admin).containsAll(List.of("LOCK_SET", "PIN_COMPROMISED", "NOT_US_REPORTED")),
                events(admin).toString());
        var mail = Mails.to(desk.email(), 1).get(0);
        assertTrue(mail.subject().startsWith("A customer says: this was not us: Platform "), mail.subject());
        assertTrue(mail.text().contains("An admin of Cascade Freight says that nobody there wanted this request"));
        assertEquals(REQUESTS + id, visitor.get(REQUESTS + id + "/not-us").redirect(), "it is said once");
        assertEquals(List.of("LOCKED"),
                List.of(row(asked("<PON>LSR-14</PON><Pin>" + PIN + "</Pin>")).get("refusals").split(",")[0]));
    }

    @Test
    void leavesThePinAloneThatNobodyKnew() {
        organization.withPin(PIN);
        var id = asked("<Pin>" + WRONG + "</Pin>");
        var question = page(id).click("This was not us");
        assertTrue(question.text().contains("Your port out PIN stays as it is: this request did not carry it."));
        question.press("This was not us", Map.of());
        assertTrue(isAllLocked());
        assertNull(organization.pinRows().get(0).get("compromised_at"));
        assertEquals("PIN_INVALID", row(id).get("refusals"));
        assertFalse(page(id).text().contains("The port order"));
    }

    @Test
    void refusesWhatWaitedWhenNobodyWantedIt() {
        var id = awaited().saved();
        var question = page(id).click("This was not us");
        assertTrue(question.text().contains("The request is refused."));
        question.press("This was not us", Map.of());
        assertEquals(List.of("REFUSED", "REFUSED_BY_ADMIN"), List.of(row(id).get("verdict"), row(id).get("refusals")));
        assertNotNull(organization.pinRows().get(0).get("compromised_at"));
        visitor.get("/port-orders/locks").press("Take this lock off", Map.of()).press("Take off", Map.of());
        assertTrue(page(id).text().contains("The lock on all your numbers was taken off since."));
    }

    @Test
    void saysWhenAnOrderCanNotBeStoppedAnymore() {
        organization.withPin(Instant.now(), "The admin");
        var pon = organization.order("Leaving").out().in("TRANSFER_PENDING").withNumber(number(1)).saved();
        var id = organization.request("Columbia Fiber").leavingWith(organization.orderId(pon)).saved();
        var question = page(id).click("This was not us");
        assertTrue(question.text()
                .contains("The port order " + pon + " can't be stopped here anymore: call the porting desk as well."));
        var page = question.press("This was not us", Map.of()).follow();
        assertTrue(page.text().contains("The port order could not be stopped here anymore. Call the porting desk now."),
                page.text());
        assertEquals("TRANSFER_PENDING", Fixtures.orderRow(pon).get("state"));
    }

    @Test
    void neverShowsOrKeepsThePinThatWasTried() {
        organization.withPin(PIN);
        var id = asked("<PON>LSR-15</PON><Pin>" + WRONG + "</Pin>");
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        for (Page page : List.of(page(id), visitor.get("/port-out-requests"), visitor.get(REQUESTS + id + "/not-us"),
                desk.get("/desk" + REQUESTS + id),
                desk.get("/desk/port-out-requests"), desk.get("/desk/trail"), desk.get("/desk/trail.csv"),
                desk.get("/desk/port-out-counts.csv"))) {
            assertEquals(200, page.status());
            assertFalse(page.source().contains(WRONG));
        }
        for (String table : List.of("port_out_request", "audit_entry", "notice", "port_out_retry", "port_out_guess")) {
            assertFalse(Row.select("select * from " + table).toString().contains(WRONG), table);
        }
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(admin);
        var reader = organization.admin().prefers("fr-FR", "Europe/Paris");
        var id = awaited().saved();
        var page = french.get("/port-out-requests").click("Columbia Fiber");
        assertEquals("fr-FR", page.language());
        assertEquals("Columbia Fiber demande 2 numéros", page.heading());
        assertTrue(page.text().contains("(encore 119 heures "), page.text());
        assertEquals("Un administrateur a approuvé Attendue Votre accord est nécessaire.", checks(page).get(12));
        assertEquals("Le code confidentiel était le bon Réussie", checks(page).get(11));
        page = page.press("Approuver", Map.of()).follow();
        assertTrue(page.text().contains(
                "Approuvé : les numéros partent avec une commande de portage. Vos administrateurs ont été prévenus."),
                page.text());
        assertTrue(
                subjects(admin).stream()
                        .anyMatch(subject -> subject.startsWith("Your numbers are to leave: Columbia Fiber")),
                "in the reader's language, not the page's");
        assertTrue(
                subjects(reader).stream()
                        .anyMatch(subject -> subject.startsWith("Vos numéros vont partir : Columbia Fiber")),
                subjects(reader).toString());
        page = page.click("Ce n'était pas nous").press("Ce n'était pas nous", Map.of()).follow();
        assertTrue(page.text().contains("Votre organisation signale : ce n'était pas nous"), page.text());
        assertTrue(page.text().contains("La commande de portage a été arrêtée."));
        var refused = organization.request("Rainier").awaitingApprovalUntil(Instant.now().plus(Duration.ofDays(3)))
                .saved();
        assertTrue(french.get(REQUESTS + refused).press("Refuser", Map.of()).follow().text()
                .contains("Refusé : les numéros restent chez vous."));
        assertEquals("CANCELLED",
                Fixtures.orderRow(Row.select("select pon from port_order where request_id = ?", id).get(0).get("pon"))
                        .get("state"));
    }
}
