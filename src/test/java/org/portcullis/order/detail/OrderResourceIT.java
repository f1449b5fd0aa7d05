package org.portcullis.order.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.order.PortOrderState;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class OrderResourceIT extends PortalTest {

    private static final Instant FAR = Instant.parse("2099-06-09T17:00:00Z");
    private static final String NO_NEWS = "There has been no news since";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    private static String path(String pon) {
        return "/port-orders/" + pon;
    }

    private String orderIn(String state) {
        var order = organization.order("Tacoma depot").withNumber("+12065550100");
        return state.startsWith("TRANSFER") ? order.in(state).confirmedFor(FAR).saved() : order.in(state).saved();
    }

    private static List<String> buttons(Page page) {
        return page.document().select(".order-buttons li").stream().map(item -> Page.folded(item.text())).toList();
    }

    private static Page comment(Visitor person, String pon, String words) {
        return person.get(path(pon)).press("Send", Map.of("words", words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "DRAFT|Continue the draft; Discard the draft",
        "PROCESSING|Edit the order Not while the porting desk is checking the order.; "
                + "Change the requested date Not while the porting desk is checking the order.; Cancel the order; "
                + "Copy to a new order Only a closed order can be copied.",
        "CONTACTING_CARRIER|Edit the order Not while the carrier has the order.; "
                + "Change the requested date Not while the carrier has the order.; Cancel the order; "
                + "Copy to a new order Only a closed order can be copied.",
        "TRANSFER_APPROVED|Edit the order Not anymore: the carrier has confirmed the date.; Change the requested date; "
                + "Cancel the order Until June 8, 2099, 10:00 AM PDT.; Copy to a new order Only a closed order can be copied.",
        "TRANSFER_PENDING|Edit the order Not anymore: the transfer happens within 24 hours. If it must be stopped, call the porting desk.; "
                + "Change the requested date Not anymore: the transfer happens within 24 hours. If it must be stopped, call the porting desk.; "
                + "Cancel the order Not anymore: the transfer happens within 24 hours. If it must be stopped, call the porting desk.; "
                + "Copy to a new order Only a closed order can be copied.",
        "ACTION_REQUIRED|Correct and send again; Cancel the order; Copy to a new order Only a closed order can be copied.",
        "PARTIALLY_COMPLETED|Edit the order Not anymore: some numbers have moved already.; "
                + "Change the requested date Not anymore: some numbers have moved already.; "
                + "Cancel the order Not anymore: some numbers have moved already.; Copy to a new order Only a closed order can be copied.",
        "COMPLETED|Copy to a new order; Cancel the order The order is closed.",
        "CANCELLED|Copy to a new order; Cancel the order The order is closed."})
    void offersTheAdminWhatTheStateAllowsAndSaysWhyNotTheRest(String state, String expected) {
        assertEquals(List.of(expected.split("; ")), buttons(visitor.get(path(orderIn(state)))));
    }

    @ParameterizedTest
    @EnumSource(PortOrderState.class)
    void offersAViewerNothingAndSaysWhy(PortOrderState state) {
        var page = Visitor.inEnglish().signedInAs(organization.viewer()).get(path(orderIn(state.name())));
        assertFalse(buttons(page).isEmpty());
        buttons(page)
                .forEach(button -> assertTrue(button.endsWith("Only your organization's admins can do this."), button));
        assertFalse(page.hasButton("Send"));
        assertFalse(page.hasButton("Copy to a new order"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "PROCESSING|Sent to the carrier; Rejected by the carrier; Cancel the order",
        "CONTACTING_CARRIER|Carrier confirmed (FOC); Rejected by the carrier; Cancel the order",
        "TRANSFER_APPROVED|Carrier confirmed another date; Rejected by the carrier; Cancel the order",
        "TRANSFER_PENDING|Mark numbers; All numbers have moved; Rejected by the carrier",
        "PARTIALLY_COMPLETED|Mark numbers; All numbers have moved; Rejected by the carrier"})
    void offersTheDeskTheStepsOfTheTable(String state, String steps) {
        var page = Visitor.inEnglish().signedInAs(Fixtures.desk()).get(path(orderIn(state)));
        assertEquals(List.of(steps.split("; ")),
                page.document().select("section[aria-labelledby=desk] > .actions a").stream().map(link -> link.text())
                        .toList());
        assertEquals(List.of(), buttons(page), "those are the customer's");
        assertTrue(
                page.text().contains("What the organization is told to do") && !page.text().contains("What to do next"),
                page.text());
    }

    @Test
    void saysWhereItStandsInFrench() {
        var page = Visitor.inFrench().signedInAs(admin).get(path(orderIn("TRANSFER_APPROVED")));
        assertTrue(page.text().contains("Portage confirmé"), page.text());
        assertTrue(buttons(page).contains("Annuler la commande Jusqu'au 8 juin 2099 à 10 h 00 PDT."),
                buttons(page).toString());
        assertTrue(page.text().contains("Seule une commande close peut être copiée."));
    }

    @Test
    void warnsOfWhatTakesTooLong() {
        var late = organization.order("Late").in("CONTACTING_CARRIER").dueAt(Instant.now().minusSeconds(60)).saved();
        assertTrue(
                visitor.get(path(late)).text().contains("This is taking longer than it should. Ask the porting desk"));
        var inTime = organization.order("In time").in("CONTACTING_CARRIER")
                .dueAt(Instant.now().plus(Duration.ofDays(1))).saved();
        assertFalse(visitor.get(path(inTime)).text().contains("This is taking longer than it should."));
    }

    @Test
    void saysUntilWhenNumbersMayStillMoveAndThatTheyAreOverdue() {
        var date = Instant.now().minus(Duration.ofDays(2));
        var late = organization.order("Late").in("TRANSFER_PENDING").confirmedFor(date)
                .dueAt(date.plus(Duration.ofDays(10))).saved();
        var page = visitor.get(path(late)).text();
        assertTrue(page.contains("The numbers may still move until") && !page.contains("Overdue since"), page);
        assertTrue(Visitor.inFrench().signedInAs(admin).get(path(late)).text()
                .contains("Les numéros peuvent encore être transférés jusqu'au"));
        assertTrue(visitor.get("/port-orders").text().contains("May still move until"));
        var longAgo = Instant.now().minus(Duration.ofDays(11));
        var overdue = organization.order("Overdue").out().with("Ferry Telecom", "F-1").in("TRANSFER_PENDING")
                .confirmedFor(longAgo)
                .dueAt(longAgo.plus(Duration.ofDays(10))).saved();
        page = visitor.get(path(overdue)).text();
        assertTrue(page.contains("the numbers have not moved. Overdue since"), page);
        assertTrue(page.contains("Call the porting desk"), page);
        assertTrue(Visitor.inFrench().signedInAs(admin).get(path(overdue)).text().contains("En retard depuis le"));
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders").text().contains("En retard depuis le"));
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        assertTrue(desk.get(path(overdue)).text().contains("Call Ferry Telecom."));
        var closed = organization.order("Closed").in("COMPLETED").confirmedFor(longAgo).saved();
        assertFalse(visitor.get(path(closed)).text().contains("Overdue since"));
    }

    @Test
    void saysThatThereIsNoNewsUntilTheDeskWrites() {
        var longAgo = Instant.now().minus(Duration.ofDays(14));
        var pon = organization.order("Quiet").in("PROCESSING").made(longAgo).saved();
        assertTrue(visitor.get(path(pon)).text().contains(NO_NEWS));
        assertFalse(visitor.get(path(organization.order("New").in("PROCESSING").saved())).text().contains(NO_NEWS));
        assertFalse(
                visitor.get(path(organization.order("Theirs").in("ACTION_REQUIRED").made(longAgo).saved())).text()
                        .contains(NO_NEWS),
                "it waits for the admin");
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        desk.get(path(pon)).press("Send", Map.of("words", "Ask them again", "deskOnly", "on"));
        assertTrue(visitor.get(path(pon)).text().contains(NO_NEWS), "the customer heard nothing");
        comment(desk, pon, "The carrier is slow");
        assertFalse(visitor.get(path(pon)).text().contains(NO_NEWS));
    }

    @Test
    void letsAdminAndDeskTalkAndTheDeskAmongItself() {
        var pon = orderIn("PROCESSING");
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        assertEquals(path(pon) + "#comments", comment(visitor, pon, "Which <b>bill</b>\r\ndo you need?").redirect());
        assertEquals(303,
                desk.get(path(pon)).press("Send", Map.of("words", "He asks again", "deskOnly", "on")).status());
        assertEquals(303, comment(desk, pon, "The last one").status());
        var seen = visitor.get(path(pon));
        assertEquals(List.of("Which <b>bill</b>\ndo you need?", "The last one"),
                seen.document().select(".comment .lines").stream().map(words -> words.wholeText()).toList());
        assertTrue(seen.text().contains("The desk, porting desk"));
        assertFalse(seen.source().contains("He asks again"));
        assertFalse(Visitor.inEnglish().signedInAs(organization.viewer()).get(path(pon)).source()
                .contains("He asks again"));
        assertTrue(desk.get(path(pon)).text().contains("only the desk sees this"));
    }

    @Test
    void makesNoSecretOfTheDeskOutOfAnAdminsBox() {
        var pon = orderIn("PROCESSING");
        visitor.get(path(pon)).press("Send", Map.of("words", "Please hurry", "deskOnly", "on"));
        assertTrue(visitor.get(path(pon)).text().contains("Please hurry"),
                "only the desk can write for the desk alone");
    }

    @Test
    void addsACommentOnceThoughItIsSentTwice() {
        var pon = orderIn("PROCESSING");
        var desk = Visitor.inEnglish().signedInAs(Fixtures.desk());
        var form = desk.get(path(pon));
        form.press("Send", Map.of("words", "On its way"));
        assertEquals(303, form.press("Send", Map.of("words", "On its way")).status());
        assertEquals(1, Fixtures.rowsOf(pon, "port_order_comment").size());
        assertEquals(1, Fixtures.rowsOf(pon, "notice").size(), "told once, too");
    }

    @Test
    void tellsTheAdminsWhatTheDeskWrote() {
        var french = organization.admin().prefers("fr-FR", "Europe/Paris");
        organization.viewer();
        var pon = organization.order("Harbor").in("PROCESSING").telling("extra-" + UUID.randomUUID() + "@example.com")
                .saved();
        comment(Visitor.inEnglish().signedInAs(Fixtures.desk()), pon, "Which bill?");
        comment(visitor, pon, "This one");
        assertEquals(List.of(admin.email(), french.email()).stream().sorted().toList(),
                Fixtures.rowsOf(pon, "notice").stream().map(row -> row.get("recipient")).sorted().toList(),
                "nobody but the admins, and nobody of what an admin wrote");
        var mail = Mails.to(admin.email(), 1).get(0);
        assertEquals("The porting desk wrote about your port order: Harbor (" + pon + ")", mail.subject());
        var text = Page.folded(mail.text()).replace("\r\n", "\n");
        assertTrue(text.contains("The desk, porting desk:\nWhich bill?\n\nYou can answer on the page of the order.\n"),
                text);
        assertFalse(text.contains("\n\n\n"), text);
        var translated = Mails.to(french.email(), 1).get(0);
        assertEquals("Message du service de portabilité sur votre commande de portage : Harbor (" + pon + ")",
                Page.folded(translated.subject()));
        assertTrue(Page.folded(translated.text()).contains("Vous pouvez y répondre sur la page de la commande."));
    }

    @Test
    void refusesAnEmptyCommentAndKeepsOneThatIsTooLong() {
        var pon = orderIn("PROCESSING");
        var empty = comment(visitor, pon, " \r\n ");
        assertEquals(400, empty.status());
        assertEquals("Error: Enter a comment.", empty.problemOf(empty.field("Your comment")));
        assertTrue(empty.title().startsWith("Error: "));
        var tooLong = comment(visitor, pon, "x".repeat(2_001));
        assertEquals(400, tooLong.status());
        assertEquals("x".repeat(2_001), tooLong.field("Your comment").text());
        assertEquals("Error: Use at most 2,000 characters; this has 2,001.",
                tooLong.problemOf(tooLong.field("Your comment")));
        assertEquals(303, comment(visitor, pon, "x\r\n".repeat(1_000)).status(),
                "a line's end is one character, as the browser counts");
    }

    @Test
    void doesNotExistForAnotherOrganization() {
        var pon = orderIn("PROCESSING");
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Elsewhere").saved().admin());
        assertEquals(404, stranger.get(path(pon)).status());
        var token = stranger.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value");
        assertEquals(404, stranger.post(path(pon) + "/comments",
                Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "words", "Hello")).status());
        var viewer = Visitor.inEnglish().signedInAs(organization.viewer());
        var viewersToken = viewer.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]")
                .attr("value");
        assertEquals(403, viewer.post(path(pon) + "/comments",
                Map.of("csrf-token", viewersToken, "id", UUID.randomUUID().toString(), "words", "Hello")).status());
        assertEquals(0, Fixtures.rowsOf(pon, "port_order_comment").size());
    }

    @Test
    void staysLightWithTwentyThousandNumbers() {
        var order = organization.order("Everything").in("PROCESSING");
        for (int i = 0; i < 20_000; i++) {
            order.withNumber(String.format("+1253%07d", 5_000_000 + 2 * i));
        }
        var pon = order.saved();
        var page = visitor.get(path(pon));
        assertTrue(page.source().getBytes(StandardCharsets.UTF_8).length < 300_000,
                page.source().length() + " characters");
        assertTrue(page.text().contains("20,000"));
        assertTrue(page.text().contains("1 of 200"));
        assertEquals(100, page.document().select(".numbers tbody tr").size());
        var next = page.click("More numbers");
        assertTrue(next.text().contains("2 of 200"));
        assertTrue(next.text().contains("+1 253-500-0200"), "the 101st");
        assertTrue(visitor.get(path(pon) + "?numbers=100000").text().contains("200 of 200"));
        assertEquals(400, visitor.get(path(pon) + "?numbers=x").status());
    }
}
