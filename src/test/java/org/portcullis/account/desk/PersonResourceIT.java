package org.portcullis.account.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class PersonResourceIT extends PortalTest {

    private static final Pattern LINK = Pattern.compile("(/password/\\S+)");
    private static final String PASSWORD = "seven lamps on a pier";
    private static final String DEAD = "This link no longer works";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person person = Fixtures.desk();
    private final Visitor desk = Visitor.inEnglish().signedInAs(person);
    private final String form = "/desk/organizations/" + organization.id() + "/people/new";
    private final String email = "new-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

    private Page create(String role) {
        return desk.get(form).submit(form,
                Map.of("name", "Nora Newcomer", "email", " " + email.toUpperCase() + " ", "role",
                        role));
    }

    private static String link(String text) {
        var found = LINK.matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }

    private static Page choose(String link, String password) {
        return Visitor.inEnglish().get(link).submit(link, Map.of("password", password));
    }

    private List<String> events() {
        return person.auditEntries().stream().filter(row -> email.equals(row.get("subject_name")))
                .map(row -> row.get("event"))
                .sorted().toList();
    }

    private String detail(String event, String email) {
        return person.auditEntries().stream()
                .filter(row -> email.equals(row.get("subject_name")) && event.equals(row.get("event")))
                .map(row -> row.get("detail")).findFirst().orElseThrow();
    }

    @Test
    void createsAnAccountWhosePersonChoosesThePassword() {
        var page = create("admin").follow();
        assertEquals("Nora Newcomer", page.heading());
        assertTrue(page.text().contains("No password yet"));
        assertTrue(page.text().contains("it works until"));
        assertEquals(400, Visitor.inEnglish().signIn(email, "").status());
        var mail = Mails.to(email, 1).get(0);
        assertEquals("Your Portcullis account: choose a password", mail.subject());
        var link = link(mail.text());
        assertTrue(choose(link, "short").text().contains("at least 12 characters"));
        assertTrue(choose(link, PASSWORD).follow().text().contains("Your password is saved. Sign in with it."));
        assertEquals(303, Visitor.inEnglish().signIn(email, PASSWORD).status());
        assertEquals(404, Visitor.inEnglish().get(link).status());
        assertTrue(Visitor.inEnglish().get(link).text().contains(DEAD));
        assertTrue(desk.get("/desk/organizations/" + organization.id() + "/people").text().contains("Nora Newcomer"));
        assertEquals(List.of("ACCOUNT_CREATED", "PASSWORD_LINK_CREATED"), events());
        assertEquals("ADMIN", detail("ACCOUNT_CREATED", email));
    }

    @Test
    void writesInTheLanguageOfTheOrganization() {
        var lumiere = Fixtures.organization("Atelier Lumière").inFrance().saved();
        var place = "/desk/organizations/" + lumiere.id() + "/people/new";
        desk.get(place).submit(place, Map.of("name", "Nora", "email", email, "role", "viewer"));
        var mail = Mails.to(email, 1).get(0);
        assertEquals("Votre compte Portcullis : choisissez un mot de passe", Page.folded(mail.subject()));
        assertEquals("fr-FR", mail.language());
        assertTrue(Visitor.inFrench().get(link(mail.text())).text().contains("Choisir votre mot de passe"));
        assertTrue(Visitor.inFrench().get("/password/made-up").text().contains("Ce lien n'est plus valable"));
    }

    @Test
    void saysWhatIsWrongAndKeepsTheRest() {
        var page = desk.get(form).submit(form, Map.of("name", "Nora", "email", "nobody"));
        assertEquals(400, page.status());
        assertEquals("Nora", page.field("Name").attr("value"));
        assertEquals("Error: Enter an e-mail address such as name@example.com.",
                page.problemOf(page.field("E-mail address")));
        assertTrue(page.text().contains("Choose a role."));
        assertEquals(400, desk.get(form).submit(form, Map.of("name", "Nora", "email", email, "role", "desk")).status());
        create("viewer");
        assertTrue(create("viewer").text().contains("There is already an account with this e-mail address."));
    }

    @Test
    void createsOneAccountHoweverManyAskAtOnce() {
        var twice = desk.get(form);
        var statuses = Stream.of(twice, twice, desk.get(form)).parallel()
                .map(page -> page.submit(form, Map.of("name", "Nora", "email", email, "role", "viewer")).status())
                .sorted().toList();
        assertTrue(statuses.equals(List.of(303, 303, 400)) || statuses.equals(List.of(303, 400, 400)),
                statuses.toString());
        assertEquals(List.of("ACCOUNT_CREATED", "PASSWORD_LINK_CREATED"), events());
    }

    @Test
    void endsOldLinksByANewOneAndKeepsThePasswordUntilItIsUsed() {
        var admin = organization.admin();
        var place = "/desk/people/" + admin.id();
        desk.get(place).submit(place + "/password-link", Map.of());
        var first = link(Mails.to(admin.email(), 1).get(0).text());
        assertTrue(desk.get(place).submit(place + "/password-link", Map.of()).follow().text()
                .contains("Older links no longer work."));
        var session = Visitor.inEnglish().signedInAs(admin);
        var second = Mails.to(admin.email(), 2).stream().map(mail -> link(mail.text()))
                .filter(link -> !link.equals(first))
                .findFirst().orElseThrow();
        assertEquals(404, Visitor.inEnglish().get(first).status());
        var page = Visitor.inEnglish().get(second);
        var statuses = IntStream.range(0, 2).parallel()
                .mapToObj(i -> page.submit(second, Map.of("password", PASSWORD + i))
                        .status())
                .sorted().toList();
        assertEquals(List.of(303, 404), statuses);
        assertEquals(303, session.get("/account").status(), "every session ended");
        assertEquals(400, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(3, Mails.to(admin.email(), 3).size(), "told that the password was changed");
    }

    @Test
    void endsALinkThatIsTooOld() {
        create("viewer");
        var link = link(Mails.to(email, 1).get(0).text());
        Row.update("update password_link set expires_at = (select created_at from portal_user where email = ?)"
                + " where user_id = (select id from portal_user where email = ?)", email, email);
        assertEquals(404, Visitor.inEnglish().get(link).status());
    }

    @Test
    void changesTheRoleAtOnce() {
        var viewer = organization.viewer();
        var session = Visitor.inEnglish().signedInAs(viewer);
        assertFalse(session.get("/port-orders/pin").hasForm("/port-orders/pin"));
        var place = "/desk/people/" + viewer.id();
        assertTrue(desk.get(place).submit(place + "/role", Map.of("role", "admin")).follow().text()
                .contains("The role is saved."));
        assertTrue(session.get("/port-orders/pin").hasForm("/port-orders/pin"));
        assertEquals(400, desk.get(place).submit(place + "/role", Map.of("role", "desk")).status());
        assertEquals("VIEWER → ADMIN", detail("ROLE_CHANGED", viewer.email()));
        var trail = "/desk/trail?event=ROLE_CHANGED&who=" + viewer.email();
        assertTrue(desk.get(trail).text().contains("Viewer → Telephony admin"));
        assertTrue(Visitor.inFrench().signedInAs(person).get(trail).text()
                .contains("Lecteur → Administrateur téléphonie"));
    }

    @Test
    void closesAnAccountAndOpensItAgain() {
        var admin = organization.admin();
        var session = Visitor.inEnglish().signedInAs(admin);
        var place = "/desk/people/" + admin.id();
        desk.get(place).submit(place + "/password-link", Map.of());
        var link = link(Mails.to(admin.email(), 1).get(0).text());
        assertTrue(desk.get(place).submit(place + "/activation", Map.of()).follow().text()
                .contains("signed out everywhere"));
        assertEquals(303, session.get("/account").status());
        assertEquals(404, Visitor.inEnglish().get(link).status());
        assertEquals(400, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        assertTrue(desk.get("/desk/organizations/" + organization.id() + "/people").text()
                .contains("No active telephony admin"));
        assertTrue(desk.get(place).submit(place + "/activation", Map.of()).follow().text()
                .contains("The account is active again"));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
    }

    @Test
    void keepsOnesOwnAccountOpen() {
        var place = "/desk/people/" + person.id();
        assertFalse(desk.get(place).hasForm(place + "/activation"));
        var colleague = Fixtures.desk();
        var page = desk.get("/desk/people/" + colleague.id());
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var answer = desk.post(place + "/activation", Map.of("csrf-token", token, "active", "false"));
        assertTrue(answer.follow().text().contains("You can't deactivate your own account."));
    }

    @Test
    void keepsTheDesksLastAccountOpen() {
        var other = Fixtures.desk();
        var otherDesk = Visitor.inEnglish().signedInAs(other);
        Row.update("update portal_user set active = false where role = 'desk' and id not in (?, ?)", person.id(),
                other.id());
        var mine = desk.get("/desk/people/" + other.id());
        var theirs = otherDesk.get("/desk/people/" + person.id());
        Stream.of(mine, theirs).parallel()
                .forEach(page -> page.submit(page == mine ? "/desk/people/" + other.id() + "/activation"
                        : "/desk/people/" + person.id() + "/activation", Map.of()));
        assertEquals(1, Row.update("update portal_user set active = true where role = 'desk' and active = true"));
    }

    @Test
    void makesColleaguesOfTheDesk() {
        var place = "/desk/people/new";
        var page = Visitor.inFrench().signedInAs(person).get(place)
                .submit(place, Map.of("name", "Nora", "email", email, "role", "admin")).follow();
        assertTrue(page.text().contains("Service de portabilité"));
        assertEquals("fr-FR", Mails.to(email, 1).get(0).language());
        assertTrue(desk.get("/desk/people").text().contains(email));
    }
}
