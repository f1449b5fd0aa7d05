package org.portcullis.order.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/**
 * Actions that grant access require the desk's password first, lose no typed values, and cause notifications to the
 * people concerned.
 */
@QuarkusTest
class DeskPasswordTest extends PortalTest {

    private static final String AGAIN = "/sign-in/again";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @Inject
    TestClock clock;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String people = "/desk/organizations/" + organization.id() + "/people/new";

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private Page withThePassword(Page sent) {
        assertEquals(303, sent.status());
        assertTrue(sent.redirect().startsWith(AGAIN), sent.redirect());
        return sent.follow().submit(AGAIN, Map.of("password", Fixtures.PASSWORD)).follow();
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }

    private static boolean exists(String email) {
        return !Row.select("select * from portal_user where email = ?", email).isEmpty();
    }

    @Test
    void comesBeforeTheFormsOfNewAccountsAndCarriers() {
        clock.pass(LONG_ENOUGH);
        for (String form : new String[] {people, "/desk/people/new", "/desk/carriers/new"}) {
            assertTrue(desk.get(form).redirect().startsWith(AGAIN), form);
        }
        assertEquals(200, withThePassword(desk.get(people)).status());
    }

    @Test
    void keepsWhatWasTypedAndTellsTheOtherAdmins() {
        var french = organization.admin().prefers("fr-FR", "Europe/Paris");
        var form = desk.get(people);
        clock.pass(LONG_ENOUGH);
        var email = email();
        var typed = Map.of("name", "Émile Noël & Cie", "email", email, "role", "admin");
        var back = withThePassword(form.submit(people, typed));
        assertFalse(exists(email));
        assertEquals("Émile Noël & Cie", back.field("Name").attr("value"));
        assertEquals(email, back.document().selectFirst("input[name=email]").attr("value"));
        assertTrue(back.document().selectFirst("input[name=role][value=admin]").hasAttr("checked"));
        assertEquals(303, back.submit(people, typed).status());
        assertTrue(exists(email));
        var mail = Mails.to(admin.email(), 1).get(0);
        assertEquals("Your organization has a new telephony admin", mail.subject());
        assertTrue(mail.text().contains("made Émile Noël & Cie (" + email + ") a telephony admin of"), mail.text());
        assertEquals("Votre organisation a un nouvel administrateur téléphonie",
                Mails.to(french.email(), 1).get(0).subject());
    }

    @Test
    void saysWhatIsWrongBeforeItAsksForThePassword() {
        var form = desk.get(people);
        clock.pass(LONG_ENOUGH);
        assertEquals(400, form.submit(people, Map.of("name", "", "email", "nonsense", "role", "admin")).status());
    }

    @Test
    void tellsTheDeskOfANewColleague() {
        var email = email();
        assertEquals(303, desk.get("/desk/people/new")
                .submit("/desk/people/new", Map.of("name", "New colleague", "email", email)).status());
        var mail = Mails.to(person.email(), 1).get(0);
        assertEquals("The porting desk has a new account", mail.subject());
        assertTrue(mail.text().contains(person.name() + " gave New colleague (" + email + ")"), mail.text());
    }

    @Test
    void comesBeforeARoleAPasswordLinkAndAReopenedAccount() {
        var viewer = organization.viewer();
        var path = "/desk/people/" + viewer.id();
        var page = desk.get(path);
        clock.pass(LONG_ENOUGH);
        var back = withThePassword(page.submit(path + "/role", Map.of("role", "admin")));
        assertTrue(back.document().selectFirst("input[name=role][value=admin]").hasAttr("checked"),
                "the choice is kept");
        assertEquals("viewer", Row.select("select * from portal_user where id = ?", viewer.id()).get(0).get("role"));
        assertEquals(path, back.submit(path + "/role", Map.of("role", "admin")).redirect());
        assertEquals("Your organization has a new telephony admin", Mails.to(admin.email(), 1).get(0).subject());
        clock.pass(LONG_ENOUGH);
        withThePassword(desk.get(path).submit(path + "/password-link", Map.of()));
        assertTrue(Row.select("select * from password_link where user_id = ?", viewer.id()).isEmpty());
        clock.pass(LONG_ENOUGH);
        assertEquals(path, desk.get(path).submit(path + "/activation", Map.of()).redirect(),
                "whom it takes out needs no password");
        withThePassword(desk.get(path).submit(path + "/activation", Map.of()));
        assertFalse(Boolean
                .parseBoolean(Row.select("select * from portal_user where id = ?", viewer.id()).get(0).get("active")));
    }

    @Test
    void comesBeforeACarriersCredential() {
        var form = desk.get("/desk/carriers/new");
        clock.pass(LONG_ENOUGH);
        var name = "Carrier " + UUID.randomUUID();
        var typed = Map.of("name", name, "protocol", "BANDWIDTH");
        var back = withThePassword(form.submit("/desk/carriers/new", typed));
        assertEquals(name, back.document().selectFirst("input[name=name]").attr("value"));
        assertTrue(Row.select("select * from carrier where name = ?", name).isEmpty());
        assertEquals(200, back.submit("/desk/carriers/new", typed).status());
        var rotation = "/desk/carriers/" + Row.select("select * from carrier where name = ?", name).get(0).get("id")
                + "/rotation";
        var chosen = desk.get(rotation);
        clock.pass(LONG_ENOUGH);
        var overlap = chosen.document().select("input[name=overlap]").last().attr("value");
        var again = withThePassword(chosen.submit(rotation, Map.of("overlap", overlap)));
        assertEquals(overlap, again.document().selectFirst("input[name=overlap][checked]").attr("value"));
        assertEquals(200, again.submit(rotation, Map.of("overlap", overlap)).status());
    }
}
