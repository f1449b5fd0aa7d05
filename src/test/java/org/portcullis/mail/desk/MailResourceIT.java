package org.portcullis.mail.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class MailResourceIT extends PortalTest {

    private static final Instant LONG_AGO = Instant.parse("2001-06-01T19:00:00Z");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String subject = "Subject " + UUID.randomUUID();
    private final String reader = "reader-" + UUID.randomUUID() + "@example.com";

    private static List<String> subjects(Page page) {
        return page.document().select("table.mails tbody th").eachText();
    }

    private String row(Page page) {
        return page.document().select("table.mails tbody tr").stream().map(row -> Page.folded(row.text()))
                .filter(text -> text.contains(subject)).findFirst().orElseThrow(() -> new AssertionError(page.text()));
    }

    @Test
    void putsFirstWhatCouldNotBeDelivered() {
        var pon = organization.order("Harbor").saved();
        Fixtures.mail(subject).to(reader).about(pon).triedInVain(4, "550").givenUp().saved();
        var page = desk.get("/desk/mail");
        assertEquals("Outgoing mail", page.heading());
        assertTrue(row(page).contains(reader) && row(page).contains("The mail server replied 550."), row(page));
        assertEquals("Harbor", page.click(pon).heading());
        assertTrue(page.document().selectFirst(".side-navigation a[href=/desk/mail]").text()
                .matches("Mail [0-9]+ not delivered"));
        assertFalse(page.source().contains("NOT_FOUND"));
    }

    @Test
    void putsItFirstInFrench() {
        Fixtures.mail(subject).to(reader).triedInVain(20, "ConnectException").givenUp().saved();
        var page = Visitor.inFrench().signedInAs(person).get("/desk/mail");
        assertEquals("E-mails sortants", page.heading());
        assertTrue(row(page).contains("L'e-mail n'est pas parvenu au serveur de messagerie (ConnectException)."),
                row(page));
        assertTrue(row(page).contains("Réessayer : " + subject), row(page));
    }

    @Test
    void triesAgainWhenToldTo() {
        var id = Fixtures.mail(subject).to(reader).triedInVain(20, "ConnectException").givenUp().saved();
        var action = "/desk/mail/" + id + "/attempts";
        var page = desk.get("/desk/mail");
        var answer = page.submit(action, Map.of());
        assertEquals(303, answer.status());
        assertTrue(answer.follow().text().contains("The portal tries to deliver the e-mail again."));
        assertEquals(subject, Mails.to(reader, 1).get(0).subject());
        assertTrue(page.submit(action, Map.of()).follow().text().contains("Nothing was changed"),
                "the form of a page that is out of date");
        assertEquals(1, Mails.to(reader, 1).size());
    }

    @Test
    void showsWhatWaitsAndSince() {
        Fixtures.mail(subject).to(reader).triedInVain(3, "451").saved();
        var page = desk.get("/desk/mail?stage=waiting");
        assertTrue(row(page).contains("January 1, 2100"), row(page));
        assertTrue(row(page).contains("The mail server replied 451."), row(page));
        assertFalse(row(page).contains("Try again"));
    }

    @Test
    void leadsThroughWhatWasSentPageByPage() {
        var ids = IntStream.range(0, 53)
                .mapToObj(i -> Fixtures.mail(subject + " " + i).sent(LONG_AGO.minusSeconds(i / 2)).saved()).toList();
        var first = desk.get("/desk/mail?stage=sent&after=" + ids.get(0));
        var second = first.click("Further e-mails");
        var third = second.click("Further e-mails");
        assertEquals(25, subjects(first).size());
        assertEquals(25, subjects(second).size());
        assertFalse(third.hasLink("Further e-mails"));
        var seen = Stream.of(first, second, third).flatMap(page -> subjects(page).stream()).toList();
        // Two share each moment: which of them comes first is the database's choice.
        assertTrue(seen.size() == 52 || seen.size() == 51, seen.toString());
        assertEquals(seen.size(), seen.stream().distinct().count());
        assertTrue(third.hasLink("First page"));
    }

    @Test
    void keepsWhatIsWrittenBetweenThePortalAndTheReader() {
        var id = Fixtures.mail(subject).to(reader).saved();
        assertFalse(desk.get("/desk/mail?stage=waiting").source().contains("The body of"));
        assertEquals(404, desk.get("/desk/mail/" + id).status());
    }

    @Test
    void knowsNoOtherStages() {
        assertEquals(400, desk.get("/desk/mail?stage=lost").status());
    }

    @Test
    void isOnlyInTheDesksNavigation() {
        var page = Visitor.inEnglish().signedInAs(organization.admin()).get("/port-orders");
        assertFalse(page.source().contains("/desk/mail"));
    }
}
