package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** Actions that require a password given recently. */
@QuarkusTest
class SignInAgainTest extends PortalTest {

    private static final String AGAIN = "/sign-in/again";
    private static final String PIN = "/port-orders/pin";
    private static final String LOCKS = "/port-orders/locks";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @Inject
    TestClock clock;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private Page again(String to, String password) {
        return visitor.get(AGAIN + "?to=" + to).submit(AGAIN, Map.of("password", password));
    }

    private List<String> events() {
        return admin.auditEntries().stream().map(row -> row.get("event")).toList();
    }

    @Test
    void isNotAskedOfWhoSignedInJustNow() {
        assertEquals(LOCKS, visitor.get(AGAIN + "?to=" + LOCKS).redirect());
        clock.pass(LONG_ENOUGH.minusSeconds(20));
        assertEquals(LOCKS, visitor.get(AGAIN + "?to=" + LOCKS).redirect());
    }

    @Test
    void comesBeforeAChangeOfThePinAndNotBeforeTheFirstOne() {
        clock.pass(LONG_ENOUGH);
        assertEquals(PIN, visitor.get(PIN).submit(PIN, Map.of("pin", "482913")).redirect(),
                "the first one needs no sign-in");
        var page = visitor.get(PIN);
        assertTrue(page.text().contains("A PIN is set."));
        assertFalse(page.hasForm(PIN));
        var digest = organization.pinRows().get(0).get("digest");
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var late = visitor.post(PIN, Map.of("csrf-token", token, "revision", "1", "pin", "593024"));
        assertEquals("/sign-in/again?to=%2Fport-orders%2Fpin", late.redirect());
        assertEquals(digest, organization.pinRows().get(0).get("digest"));
        assertEquals(303, visitor.post(PIN + "/generated", Map.of("csrf-token", token)).status());
        var asked = page.click("Sign in again");
        assertEquals("Sign in again", asked.heading());
        assertEquals(admin.email(), asked.field("E-mail address").attr("value"));
        var back = asked.submit(AGAIN, Map.of("password", Fixtures.PASSWORD));
        assertEquals(PIN, back.redirect());
        assertEquals(303, back.follow().submit(PIN, Map.of("pin", "593024")).status());
        assertNotEquals(digest, organization.pinRows().get(0).get("digest"));
        assertTrue(events().contains("SIGNED_IN_AGAIN"));
    }

    @Test
    void comesBeforeALockIsTakenOffAndNotBeforeOneIsSet() {
        clock.pass(LONG_ENOUGH);
        assertTrue(visitor.get(LOCKS).press("Lock all numbers", Map.of()).follow().text()
                .contains("All numbers are locked."));
        var page = visitor.get(LOCKS);
        assertFalse(page.hasButton("Take this lock off"));
        assertTrue(page.hasLink("Sign in again"));
        var token = page.document().selectFirst("input[name=csrf-token]").attr("value");
        var late = visitor.post(LOCKS + "/removal", Map.of("csrf-token", token, "scope", "WHOLE", "confirmed", "yes"));
        assertEquals("/sign-in/again?to=%2Fport-orders%2Flocks", late.redirect());
        assertFalse(events().contains("LOCK_REMOVED"));
        var recent = again(LOCKS, Fixtures.PASSWORD).follow();
        recent.press("Take this lock off", Map.of()).press("Take off", Map.of());
        assertTrue(events().contains("LOCK_REMOVED"));
    }

    @Test
    void asksTheDeskToo() {
        var person = Fixtures.desk();
        var desk = Visitor.inEnglish().signedInAs(person);
        var place = LOCKS + "?organization=" + organization.id();
        desk.get(place).press("Lock all numbers", Map.of());
        clock.pass(LONG_ENOUGH);
        var page = desk.get(place);
        assertFalse(page.hasButton("Take this lock off"));
        var back = page.click("Sign in again").submit(AGAIN, Map.of("password", Fixtures.PASSWORD));
        assertEquals(place, back.redirect());
        assertTrue(back.follow().hasButton("Take this lock off"));
    }

    @Test
    void givesTheSameSessionAnotherToken() {
        var before = visitor.cookie("portcullis-session");
        clock.pass(LONG_ENOUGH);
        again(LOCKS, Fixtures.PASSWORD);
        assertNotEquals(before, visitor.cookie("portcullis-session"));
        assertEquals(200, visitor.get(LOCKS).status());
        var thief = Visitor.inEnglish().with("Cookie", "portcullis-session=" + before);
        assertEquals(303, thief.get(LOCKS).status(), "the token from before is nobody's");
    }

    @Test
    void refusesAWrongPasswordAndNeverShowsIt() {
        clock.pass(LONG_ENOUGH);
        var page = again(LOCKS, "not the password");
        assertEquals(400, page.status());
        assertEquals("Error: The password is incorrect. Check it, then try again.",
                page.problemOf(page.field("Password")));
        assertFalse(page.source().contains("not the password"));
        assertEquals(400, again(LOCKS, "").status());
        assertEquals(List.of("SIGNED_IN", "SIGN_IN_AGAIN_FAILED"), events());
        assertFalse(visitor.get(LOCKS).hasButton("Take this lock off"));
    }

    @Test
    void slowsGuessesDown() {
        clock.pass(LONG_ENOUGH);
        for (int i = 0; i < 10; i++) {
            assertEquals(400, again(LOCKS, "wrong " + i).status());
        }
        var delayed = again(LOCKS, Fixtures.PASSWORD);
        assertEquals(429, delayed.status());
        assertTrue(delayed.text().contains("Too many failed attempts."));
        var change = Map.of("current", Fixtures.PASSWORD, "password", "harbor lights at noon 7");
        assertEquals(429, visitor.get("/account/password").submit("/account/password", change).status(),
                "it is one count with changing the password");
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status(),
                "and not with signing in");
        assertEquals(429, again(LOCKS, Fixtures.PASSWORD).status(), "which does not start it anew either");
    }

    @Test
    void isNotKeptFromThePersonByAStrangerWhoKnowsTheirAddress() {
        clock.pass(LONG_ENOUGH);
        var stranger = Visitor.inEnglish();
        for (int i = 0; i < 10; i++) {
            stranger.signIn(admin.email(), "wrong " + i);
        }
        assertEquals(429, stranger.signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(LOCKS, again(LOCKS, Fixtures.PASSWORD).redirect());
        assertEquals(429, stranger.signIn(admin.email(), Fixtures.PASSWORD).status(), "whose count goes on");
    }

    @Test
    void leadsNowhereElse() {
        assertEquals("/", visitor.get(AGAIN + "?to=https%3A%2F%2Fevil.example%2F").redirect());
        clock.pass(LONG_ENOUGH);
        assertEquals("/", again("%2F%2Fevil.example", Fixtures.PASSWORD).redirect());
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench().signedInAs(admin);
        clock.pass(LONG_ENOUGH);
        var page = french.get(AGAIN);
        assertEquals("Se reconnecter", page.heading());
        var refused = page.submit(AGAIN, Map.of("password", "faux"));
        assertTrue(refused.text().contains("Le mot de passe est incorrect. Vérifiez-le, puis réessayez."));
        assertNull(refused.redirect());
    }
}
