package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

/** Who gets e-mails when an organization reports a request as unwanted, and whether they can open the linked pages. */
@QuarkusTest
class NotUsTest extends PortalTest {

    private static final String SITE = "http://localhost:8080";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final UUID request = organization.request("Columbia Fiber " + UUID.randomUUID()).refusedFor("PIN_INVALID")
            .saved();
    private final String path = "/port-out-requests/" + request;

    private void report() {
        assertEquals(303, Visitor.inEnglish().signedInAs(admin).get(path + "/not-us").submit(path + "/not-us", Map.of())
                .status());
    }

    private Map<String, String> mail(Fixtures.Person reader) {
        var mails = Row.select("select * from notice where recipient = ? and request_id = ?", reader.email(), request);
        assertEquals(1, mails.size(), mails.toString());
        return mails.get(0);
    }

    @Test
    void tellsTheDeskWithLinksThatItCanOpen() {
        var desk = Fixtures.desk();
        report();
        var body = Mails.textOf(mail(desk));
        var locks = "/port-orders/locks?organization=" + organization.id();
        assertTrue(mail(desk).get("subject").startsWith("A customer says: this was not us"), mail(desk).toString());
        for (String link : new String[] {"/desk" + path, locks}) {
            assertTrue(body.lines().anyMatch(line -> line.equals(SITE + link)), body);
            assertEquals(200, Visitor.inEnglish().signedInAs(desk).get(link).status(), link);
        }
        assertEquals(2, body.split(SITE, -1).length - 1, body);
        var list = Visitor.inEnglish().signedInAs(desk).get("/desk/port-out-requests").text();
        assertTrue(list.contains("Not wanted by the customer"), list);
    }

    @Test
    void tellsEveryAdminOfTheOrganization() {
        var other = organization.admin();
        var french = organization.admin().prefers("fr-FR", "Europe/Paris");
        var viewer = organization.viewer();
        report();
        for (Fixtures.Person reader : new Fixtures.Person[] {admin, other}) {
            assertTrue(mail(reader).get("subject").startsWith("Reported for your organization: this was not us"),
                    mail(reader).toString());
            assertTrue(Mails.textOf(mail(reader)).contains(SITE + path), mail(reader).toString());
            assertFalse(Mails.textOf(mail(reader)).contains("/desk/"), mail(reader).toString());
        }
        assertTrue(Page.folded(mail(french).get("subject"))
                .startsWith("Signalé pour votre organisation : ce n'était pas nous"), mail(french).toString());
        assertEquals(0, Row
                .select("select * from notice where recipient = ? and request_id = ?", viewer.email(), request).size());
        assertTrue(Visitor.inEnglish().signedInAs(other).get(path).text()
                .contains("Reported for your organization: this was not us"));
    }
}
