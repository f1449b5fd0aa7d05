package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails.Mail;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/**
 * An address named by an order gets one e-mail that asks for consent, and notifications only after its owner has
 * consented.
 */
@QuarkusTest
class NoticeAddressTest extends PortalTest {

    private static final String ORDER = "Buy cheap pills";
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/notices/\\S+)");

    @Inject
    OrderNotice notice;

    @Inject
    TestClock clock;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final String extra = "extra-" + UUID.randomUUID() + "@example.com";

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private String sent(Fixtures.Organization of) {
        return of.order(ORDER).in("PROCESSING").naming(extra).saved();
    }

    private void tellOf(String pon) {
        QuarkusTransaction.requiringNew().run(() -> {
            var order = PortOrder.<PortOrder>find("pon", pon).firstResult();
            notice.tell(order, order.lastStep());
        });
    }

    private List<Map<String, String>> written() {
        return Row.select("select * from notice where recipient = ? order by created_at", extra);
    }

    private String standing() {
        return Row
                .select("select state from notice_address where address = ? and organization_id = ?", extra,
                        organization.id())
                .get(0).get("state");
    }

    private static String link(Mail mail) {
        var link = LINK.matcher(mail.text());
        assertTrue(link.find(), mail.text());
        return link.group(1);
    }

    private static Page answer(String link, String button) {
        return Visitor.inEnglish().get(link).press(button, Map.of());
    }

    @Test
    void isAskedOnceInWordsThatNobodyOfTheOrganizationWrote() {
        var pon = sent(organization);
        tellOf(pon);
        tellOf(pon);
        tellOf(sent(organization));
        assertEquals(1, written().size());
        assertEquals(null, written().get(0).get("order_id"));
        var mail = Mails.to(extra, 1).get(0);
        assertEquals("Please confirm your address for notices", mail.subject());
        assertTrue(mail.text().contains("You were named for notices about a port order"), mail.text());
        for (String own : List.of(ORDER, pon, "Cascade Freight", "The admin", "NOT_FOUND")) {
            assertFalse(mail.text().contains(own) || mail.subject().contains(own), mail.text());
        }
    }

    @Test
    void getsTheNewsOfEachOrderOnceItIsConfirmed() {
        var pon = sent(organization);
        tellOf(pon);
        var link = link(Mails.to(extra, 1).get(0));
        var page = Visitor.inEnglish().get(link);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Cascade Freight wants to send notices about its port orders to " + extra));
        assertEquals("WAITING", standing(), "looking changes nothing");
        var confirmed = page.press("Yes, send them to me", Map.of());
        assertEquals(200, confirmed.status());
        assertEquals("Your address is confirmed", confirmed.heading());
        assertEquals("CONFIRMED", standing());
        assertEquals(404, Visitor.inEnglish().get(link).status());
        assertEquals(404, page.submit(link, Map.of("go", "decline")).status(), "a link works once");
        assertEquals("CONFIRMED", standing());
        tellOf(pon);
        tellOf(sent(organization));
        assertEquals(3, written().size());
        assertTrue(written().get(2).get("subject").contains(ORDER));
        assertEquals(1,
                Row.select("select * from audit_entry where event = 'NOTICE_ADDRESS_CONFIRMED' and organization_id = ?",
                        organization.id()).size());
    }

    @Test
    void confirmsOnceHoweverManyPressAtOnce() {
        tellOf(sent(organization));
        var link = link(Mails.to(extra, 1).get(0));
        var pages = Stream.generate(() -> Visitor.inEnglish().get(link)).limit(4).toList();
        var statuses = pages.stream()
                .map(page -> CompletableFuture.supplyAsync(() -> page.press("Yes, send them to me", Map.of()).status()))
                .toList()
                .stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(List.of(200, 404, 404, 404), statuses);
    }

    @Test
    void isNeverAskedAgainOnceItHasDeclined() {
        var pon = sent(organization);
        tellOf(pon);
        var declined = answer(link(Mails.to(extra, 1).get(0)), "Never write to this address");
        assertEquals("We won't write to you", declined.heading());
        tellOf(pon);
        tellOf(sent(Fixtures.organization("Elsewhere").saved()));
        assertEquals(1, written().size());
        var page = Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + pon);
        assertTrue(page.text().contains("Declined; no news goes there"));
        assertFalse(page.hasButton("Ask again: " + extra));
    }

    @Test
    void isAskedOfEachOrganizationThatNamesIt() {
        tellOf(sent(organization));
        answer(link(Mails.to(extra, 1).get(0)), "Yes, send them to me");
        tellOf(sent(Fixtures.organization("Elsewhere").saved()));
        assertEquals(List.of("Please confirm your address for notices", "Please confirm your address for notices"),
                written().stream().map(row -> row.get("subject")).toList());
    }

    @Test
    void needsNoQuestionToWhoHasAnAccountOfTheOrganization() {
        var viewer = organization.viewer();
        var stranger = Fixtures.organization("Elsewhere").saved().viewer();
        tellOf(organization.order(ORDER).in("PROCESSING").naming(viewer.email(), stranger.email()).saved());
        assertTrue(Row.select("select subject from notice where recipient = ?", viewer.email()).get(0).get("subject")
                .contains(ORDER));
        assertEquals("Please confirm your address for notices",
                Row.select("select subject from notice where recipient = ?", stranger.email()).get(0).get("subject"));
    }

    @Test
    void isAskedAgainByTheAdminAFewTimesWithPauses() {
        var pon = sent(organization);
        var path = "/port-orders/" + pon;
        var visitor = Visitor.inEnglish().signedInAs(admin);
        tellOf(pon);
        var first = link(Mails.to(extra, 1).get(0));
        var page = visitor.get(path);
        assertTrue(page.text().contains("Waiting for its confirmation; no news goes there yet"), page.text());
        assertFalse(page.hasForm(path + "/notice-addresses"), "it was asked just now");
        clock.pass(Duration.ofMinutes(61));
        visitor.signInOnceMore(admin);
        var again = visitor.get(path);
        assertTrue(again.press("Ask again: " + extra, Map.of()).follow().text().contains("is on its way"));
        assertTrue(again.submit(path + "/notice-addresses", Map.of()).follow().text().contains("No e-mail was sent"));
        assertEquals(2, written().size());
        assertEquals(404, Visitor.inEnglish().get(first).status(), "the newer link ends the older one");
        assertEquals(303,
                again.submit(path + "/notice-addresses", Map.of("email", "never-named@example.com")).status());
        assertEquals(List.of(), Row.select("select * from notice where recipient = 'never-named@example.com'"));
        clock.pass(Duration.ofMinutes(61));
        visitor.signInOnceMore(admin);
        visitor.get(path).press("Ask again: " + extra, Map.of());
        clock.pass(Duration.ofDays(8));
        visitor.signInOnceMore(admin);
        var lapsed = visitor.get(path);
        assertTrue(lapsed.text().contains("Not confirmed within seven days"), lapsed.text());
        assertFalse(lapsed.hasForm(path + "/notice-addresses"), "three times are enough");
        assertEquals(3, written().size());
    }

    @Test
    void leavesTheDatabaseWithoutTheLink() {
        tellOf(sent(organization));
        var id = Row.select("select link_id from notice_address where address = ?", extra).get(0).get("link_id");
        var token = link(Mails.to(extra, 1).get(0)).replace("/notices/", "");
        assertFalse(token.contains(id));
        assertFalse(Row.select("select * from notice_address").toString().contains(token));
        assertFalse(Row.select("select * from notice").toString().contains(token));
    }

    @Test
    void endsAfterSevenDays() {
        tellOf(sent(organization));
        var link = link(Mails.to(extra, 1).get(0));
        var page = Visitor.inEnglish().get(link);
        clock.pass(Duration.ofDays(7));
        assertEquals(404, Visitor.inEnglish().get(link).status());
        assertEquals(404, page.submit(link, Map.of("go", "confirm")).status());
        assertEquals("WAITING", standing());
    }

    @Test
    void refusesAnAnswerThatIsNone() {
        tellOf(sent(organization));
        var link = link(Mails.to(extra, 1).get(0));
        assertEquals(400, Visitor.inEnglish().get(link).forge(link, "maybe").status());
        assertEquals("WAITING", standing());
    }

    @Test
    void isAskedInTheOrganizationsLanguage() {
        var french = Fixtures.organization("Fret des Alpes").inFrance().saved();
        tellOf(french.order(ORDER).in("PROCESSING").naming(extra).saved());
        var mail = Mails.to(extra, 1).get(0);
        assertEquals("fr-FR", mail.language());
        assertEquals("Confirmez votre adresse pour recevoir des notifications", mail.subject());
        var page = Visitor.inFrench().get(link(mail));
        assertTrue(page.text().contains("Oui, je veux les recevoir"));
        assertEquals("Votre adresse est confirmée", page.press("Oui, je veux les recevoir", Map.of()).heading());
    }

    @Test
    void isToldOnTheReviewThatItIsAskedFirst() {
        var pon = organization.order(ORDER).naming(extra).saved();
        assertTrue(Visitor.inEnglish().signedInAs(admin).get("/port-orders/" + pon + "/draft/review").text()
                .contains("Is asked first, when the order is sent"));
        assertEquals(List.of(), written());
    }
}
