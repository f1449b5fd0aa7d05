package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.mail.Notice;
import org.portcullis.order.detail.NotificationGroup;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails.Mail;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;

@QuarkusTest
class OrderNoticeTest extends PortalTest {

    @Inject
    OrderNotice notice;

    @Inject
    Engine templates;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();

    /** Seen in the transaction that writes them: their texts are gone as soon as they are delivered. */
    private final List<Notice> written = new ArrayList<>();

    private UUID tellOf(String pon) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var order = PortOrder.<PortOrder>find("pon", pon).firstResult();
            notice.tell(order, order.lastStep());
            written.addAll(Notice.ofOrder(order.id));
            return order.id;
        });
    }

    private static List<String> readersOf(UUID order) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.ofOrder(order)).stream().map(told -> told.recipient)
                .sorted().toList();
    }

    /** The only e-mail to an address; {@code OutboxTest} covers its delivery. */
    private Mail only(String address) {
        var theirs = written.stream().filter(told -> told.recipient.equals(address)).toList();
        assertEquals(1, theirs.size());
        var only = theirs.get(0);
        return new Mail(only.id.toString(), Page.folded(only.subject), only.language, Page.folded(only.body));
    }

    private static void assertSays(String text, String... expected) {
        for (String words : expected) {
            assertTrue(text.contains(words), words + " in: " + text);
        }
        assertFalse(text.contains("\n\n\n") || text.contains("NOT_FOUND"), text);
    }

    @Test
    void reachesEachAdminAndEachExtraAddressOnce() {
        var second = organization.admin();
        organization.admin().deactivated();
        organization.viewer();
        Fixtures.organization("Elsewhere").saved().admin();
        var extra = "it-" + UUID.randomUUID() + "@example.com";
        var order = tellOf(organization.order("Harbor").in("PROCESSING")
                .telling(extra, admin.email().toUpperCase(Locale.ROOT), extra).saved());
        assertEquals(List.of(admin.email(), second.email(), extra).stream().sorted().toList(), readersOf(order));
        assertSays(only(extra).text(), "Hello,\n");
    }

    @Test
    void tellsNobodyOfADraft() {
        assertEquals(List.of(), readersOf(tellOf(organization.order("Harbor").saved())));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DRAFT")
    void tellsOfEachOtherStateInBothDirections(PortOrderState state) {
        tellOf(organization.order("Harbor").in(state.name()).saved());
        var departing = Fixtures.organization("Departing").saved();
        var reader = departing.admin().prefers("fr-FR", null);
        tellOf(departing.order("Port").out().in(state.name()).saved());
        assertSays(only(admin.email()).text(), "Hello The admin,", "What to do next:\n", "Port in",
                "Losing carrier: Columbia Fiber");
        assertSays(only(reader.email()).text(), "Bonjour The admin,", "Ce qu'il faut faire :\n", "Portabilité sortante",
                "Opérateur receveur : Columbia Fiber",
                "Le code confidentiel de transfert se modifie ici :\nhttp://localhost:8080/port-orders/pin");
    }

    @Test
    void saysInPlainWordsWhatToCorrect() {
        var pon = organization.order("Harbor").rejectedFor("ACCOUNT_NUMBER_MISMATCH", "ADDRESS_MISMATCH")
                .saying("See the bill").saved();
        tellOf(pon);
        var mail = only(admin.email());
        assertEquals("Action required on your port order: Harbor (" + pon + ")", mail.subject());
        assertEquals("en-US", mail.language());
        assertSays(mail.text(),
                "– The account number doesn't match the losing carrier's records. To correct: account number\n"
                        + "– The service address or its ZIP code doesn't match the losing carrier's records. To correct: service address, ZIP\n",
                "Note: See the bill\n", "http://localhost:8080/port-orders/" + pon + "\n");
    }

    @Test
    void writesToEachReaderInTheirLanguageAndTimeZone() {
        var french = organization.admin().prefers("fr-FR", "Europe/Paris");
        var pon = organization.order("Dépôt").in("TRANSFER_APPROVED")
                .confirmedFor(Instant.parse("2099-06-09T17:00:00Z")).saved();
        tellOf(pon);
        assertSays(only(admin.email()).text(), "FOC date: June 9, 2099, 10:00 AM PDT\n");
        var mail = only(french.email());
        assertEquals("Date de portage confirmée : Dépôt (" + pon + ")", mail.subject());
        assertSays(mail.text(), "Date de portage confirmée (FOC) : 9 juin 2099 à 19 h 00 CEST\n");
    }

    @Test
    void warnsOfNumbersThatLeaveInWordsOfItsOwn() {
        tellOf(organization.order("Fax lines").out().in("PROCESSING").saved());
        var mail = only(admin.email());
        assertTrue(mail.subject().startsWith("Request to move your numbers to another carrier: Fax lines"),
                mail.subject());
        assertSays(mail.text(), "If it did not, call the porting desk at once.",
                "The port out PIN is changed here:\nhttp://localhost:8080/port-orders/pin\n");
    }

    @Test
    void speaksOfNoPinWhereThereIsNone() {
        var french = Fixtures.organization("Lumière").inFrance().saved();
        var reader = french.admin();
        tellOf(french.order("Atelier").out().in("PROCESSING").saved());
        assertFalse(only(reader.email()).text().contains("/port-orders/pin"));
    }

    @Test
    void listsTheReadersOfOnePieceOfNewsTogether() {
        organization.admin();
        var order = tellOf(organization.order("Harbor").in("PROCESSING").telling("switchboard@example.com").saved());
        var told = QuarkusTransaction.requiringNew().call(() -> NotificationGroup.of(Notice.ofOrder(order)));
        assertEquals(List.of(OrderNews.RECEIVED), told.stream().map(NotificationGroup::news).toList());
        assertEquals(3, told.get(0).notices().size());
    }

    @Test
    void canBeSeenOnTheOrder() {
        var pon = organization.order("Harbor").saved();
        Fixtures.mail("Sent").to("sent@example.com").about(pon).sent(Instant.parse("2026-06-01T19:00:00Z")).saved();
        Fixtures.mail("Waiting").to("waiting@example.com").about(pon).saved();
        Fixtures.mail("Failed").to("failed@example.com").about(pon).triedInVain(20, "ConnectException").givenUp()
                .saved();
        var order = QuarkusTransaction.requiringNew()
                .call(() -> PortOrder.<PortOrder>find("pon", pon).firstResult().id);
        var told = QuarkusTransaction.requiringNew().call(() -> Notice.ofOrder(order));
        var text = Map.of(Locale.US,
                List.of("sent@example.com, on June 1, 2026, 12:00 PM", "waiting@example.com: on its way",
                        "failed@example.com: could not be delivered"),
                Locale.FRANCE,
                List.of("sent@example.com, le 1er juin 2026 à 12 h 00", "waiting@example.com : en cours d'envoi",
                        "failed@example.com : n'a pas pu être remis"));
        text.forEach(
                (language, sentences) -> assertSays(
                        Page.folded(templates.getTemplate("tags/orderNotices").instance().setLocale(language)
                                .setAttribute("zone", ZoneId.of("America/Los_Angeles"))
                                .data("told", NotificationGroup.of(told)).data("out", false).render()),
                        sentences.toArray(String[]::new)));
    }
}
