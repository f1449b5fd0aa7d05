package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class AccountResourceIT extends PortalTest {

    private static final String NEW_PASSWORD = "seven lamps on a pier";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    @Test
    void keepsNameLanguageAndTimeZone() {
        var answer = visitor.get("/account").submit("/account",
                Map.of("name", " Night shift ", "language", "fr-FR", "timeZone", "Europe/Paris"));
        assertEquals(303, answer.status());
        var page = answer.follow();
        assertEquals("fr-FR", page.language());
        assertTrue(page.text().contains("Vos modifications sont enregistrées."));
        assertEquals("Night shift", page.field("Nom").attr("value"));
        assertEquals("Europe/Paris", page.field("Fuseau horaire").selectFirst("option[selected]").attr("value"));
        assertEquals("fr-FR", Visitor.inEnglish().signedInAs(admin).get("/port-orders").language(),
                "the person's choice before the browser's");
    }

    @Test
    void leavesInTheTrailUnderWhichNameSomebodyGoesOn() {
        visitor.get("/account").submit("/account", Map.of("name", "Night shift"));
        visitor.get("/account").submit("/account", Map.of("name", "Night shift", "timeZone", "Europe/Paris"));
        var renamed = admin.auditEntries().stream().filter(row -> row.get("event").equals("ACCOUNT_RENAMED")).toList();
        assertEquals(List.of("The admin → Night shift"), renamed.stream().map(row -> row.get("detail")).toList());
        assertEquals(List.of("Night shift"), renamed.stream().map(row -> row.get("actor_name")).toList());
    }

    @ParameterizedTest
    @CsvSource({"name, '', Enter a name.", "language, de-DE, Choose a language from the list.",
        "timeZone, Moon/Base, Choose a time zone from the list.",
        "timeZone, +25:00, Choose a time zone from the list."})
    void saysWhatIsWrongAndKeepsTheRest(String field, String value, String problem) {
        var page = visitor.get("/account").submit("/account",
                field.equals("name") ? Map.of(field, value) : Map.of("name", "Kept", field, value));
        assertEquals(400, page.status());
        assertTrue(page.text().contains(problem));
        assertTrue(page.title().startsWith("Error: "));
        if (!field.equals("name")) {
            assertEquals("Kept", page.field("Name").attr("value"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202eevil", "...", "\u2066name\u2069"})
    void refusesANameThatNobodyCanRead(String name) {
        assertEquals(400, visitor.get("/account").submit("/account", Map.of("name", name)).status());
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertTrue(visitor.get("/account").submit("/account", Map.of("name", "n".repeat(101))).text()
                .contains("The name can be at most 100 characters long."));
    }

    @Test
    void remembersTheLanguageThatIsSwitchedToOnAnyPage() {
        visitor.get("/help/port-out-pin").submit("/language", Map.of("language", "fr-FR"));
        assertEquals("fr-FR", Visitor.inEnglish().signedInAs(admin).get("/port-orders").language());
    }

    @Test
    void changesThePasswordAndSignsOutEverywhereElse() {
        var elsewhere = Visitor.inEnglish().signedInAs(admin);
        var answer = visitor.get("/account/password").submit("/account/password",
                Map.of("current", Fixtures.PASSWORD, "password", NEW_PASSWORD));
        assertEquals(303, answer.status());
        assertTrue(answer.follow().text().contains("Your password is changed."));
        assertEquals(303, elsewhere.get("/port-orders").status());
        assertEquals(400, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), NEW_PASSWORD).status());
        var mails = Mails.to(admin.email(), 1);
        assertEquals("Your Portcullis password was changed", mails.get(0).subject().replace('\u2019', '\''));
        assertFalse(mails.get(0).text().contains(NEW_PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "'', seven lamps on a pier, Enter your current password.",
        "not the password, seven lamps on a pier, The current password is not right.",
        "a quiet harbour at noon, '', Enter a password.",
        "a quiet harbour at noon, elevenchars, The password must be at least 12 characters long.",
        "a quiet harbour at noon, passwordpassword, This password is too common. Choose another one."})
    void refusesAndShowsNothingThatWasTyped(String current, String password, String problem) {
        var page = visitor.get("/account/password").submit("/account/password",
                Map.of("current", current, "password", password));
        assertEquals(400, page.status());
        assertTrue(page.text().contains(problem));
        assertTrue(page.document().select("input[type=password]").eachAttr("value").stream().allMatch(String::isEmpty));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status(), "nothing has changed");
    }

    @Test
    void takesManyChangesAtOnce() {
        var page = visitor.get("/account");
        var statuses = IntStream.range(0, 6).parallel()
                .mapToObj(i -> page.submit("/account", Map.of("name", "Name " + i)).status()).distinct().toList();
        assertEquals(List.of(303), statuses);
    }

    @Test
    void changesThePasswordOnceWhenTwoTryAtOnce() {
        var page = visitor.get("/account/password");
        var statuses = IntStream.range(0, 2).parallel()
                .mapToObj(i -> page
                        .submit("/account/password", Map.of("current", Fixtures.PASSWORD, "password", NEW_PASSWORD + i))
                        .status())
                .sorted().toList();
        // The other one finds another password there, or no session any more.
        assertEquals(303, statuses.get(0));
        assertTrue(statuses.get(1) == 400 || statuses.get(1) == 303, statuses.toString());
        assertEquals(1,
                admin.auditEntries().stream().filter(row -> row.get("event").equals("PASSWORD_CHANGED")).count());
    }

    @Test
    void countsGuessesAtTheCurrentPassword() {
        for (int i = 0; i < 10; i++) {
            visitor.get("/account/password").submit("/account/password",
                    Map.of("current", "guess " + i, "password", NEW_PASSWORD));
        }
        var page = visitor.get("/account/password").submit("/account/password",
                Map.of("current", Fixtures.PASSWORD, "password", NEW_PASSWORD));
        assertEquals(429, page.status());
        assertTrue(page.text().contains("Try again in 1 minute."));
    }
}
