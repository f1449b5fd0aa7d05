package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.Database;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal({Database.H2, Database.POSTGRESQL})
class SignInResourceIT extends PortalTest {

    private static final String REFUSED = "The e-mail address or the password is incorrect. Check both, then try again.";

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();
    private final Visitor visitor = Visitor.inEnglish();

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var asked = visitor.get("/port-orders?state=open&q=a%26b");
        assertEquals(303, asked.status());
        var form = asked.follow();
        assertEquals("Sign in", form.heading());
        assertEquals("username", form.field("E-mail address").attr("name"));
        assertEquals("password", form.field("Password").attr("name"));
        var answer = form.submit("/sign-in", Map.of("username", admin.email(), "password", Fixtures.PASSWORD));
        assertEquals(303, answer.status());
        assertEquals("/port-orders?state=open&q=a%26b", answer.redirect());
        assertEquals(200, answer.follow().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void neverLeadsToAnotherSite(String to) {
        var form = visitor.get("/sign-in");
        var answer = form.submit("/sign-in",
                Map.of("username", admin.email(), "password", Fixtures.PASSWORD, "to", to));
        assertEquals("/", answer.redirect());
    }

    @Test
    void doesNotTellWhetherAnAccountExists() {
        var wrong = visitor.signIn(admin.email(), "not the password");
        var unknown = visitor.signIn("nobody@example.com", "not the password");
        var closed = organization.viewer();
        closed.deactivated();
        var inactive = visitor.signIn(closed.email(), Fixtures.PASSWORD);
        for (var page : List.of(wrong, unknown, inactive)) {
            assertEquals(400, page.status());
            assertTrue(page.text().contains(REFUSED));
            assertTrue(page.title().startsWith("Error: "));
            assertEquals("", page.field("Password").attr("value"));
        }
        assertEquals("nobody@example.com", unknown.field("E-mail address").attr("value"));
    }

    @ParameterizedTest
    @CsvSource({"'', something, Enter your e-mail address.", "someone@example.com, '', Enter your password."})
    void saysWhatIsMissing(String username, String password, String problem) {
        var page = visitor.signIn(username, password);
        assertEquals(400, page.status());
        assertTrue(page.text().contains(problem));
    }

    @Test
    void speaksFrench() {
        var french = Visitor.inFrench();
        assertEquals("Se connecter", french.get("/sign-in").heading());
        assertTrue(french.signIn(admin.email(), "faux").text()
                .contains("L'adresse e-mail ou le mot de passe est incorrect."));
    }

    @Test
    void takesTheAddressInAnyCase() {
        assertEquals(303, visitor.signIn("  " + admin.email().toUpperCase() + " ", Fixtures.PASSWORD).status());
    }

    @Test
    void slowsDownAfterTenFailuresInARowOnAnAccount() {
        for (int i = 0; i < 10; i++) {
            assertEquals(400, visitor.signIn(admin.email(), "wrong " + i).status());
        }
        var delayed = visitor.signIn(admin.email(), Fixtures.PASSWORD);
        assertEquals(429, delayed.status());
        assertTrue(delayed.text().contains("Too many failed attempts."));
        assertTrue(delayed.text().matches(".*Try again in (30|[12]?[0-9]) seconds?\\..*"));
        assertTrue(Integer.parseInt(delayed.header("Retry-After").orElseThrow()) <= 31);
        assertTrue(Visitor.inFrench().signIn(admin.email(), Fixtures.PASSWORD).text().contains("Réessayez dans"));
        assertEquals(303, visitor.signIn(organization.admin().email(), Fixtures.PASSWORD).status(),
                "other accounts are not slowed down");
        assertEquals("SIGN_IN_DELAYED", admin.auditEntries().get(10).get("event"));
    }

    @Test
    void recordsOneDelayForEachSenderAndMinute() {
        for (int i = 0; i < 15; i++) {
            visitor.comingFrom("[2001:db8:7:" + i + "::1]").signIn(admin.email(), "wrong " + i);
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(429,
                    visitor.comingFrom("[2001:db8:7:7::" + i + "]").signIn(admin.email(), Fixtures.PASSWORD).status());
        }
        var events = admin.auditEntries().stream().map(row -> row.get("event") + " " + row.get("address")).toList();
        assertEquals(1, events.stream().filter(event -> event.matches("SIGN_IN_DELAYED 2001:db8:7:7:.*")).count(),
                events.toString());
        assertEquals(10, events.stream().filter(event -> event.startsWith("SIGN_IN_FAILED")).count(),
                "no more than the delays let in");
    }

    @Test
    void slowsDownForAccountsThatDoNotExistJustTheSame() {
        var nobody = "nobody-" + admin.id() + "@example.com";
        assertEquals(400, visitor.signIn(nobody, "wrong").status());
        // As if there had been as many as are free: each costs a hash at its real price.
        assertEquals(1, Row.update("update sign_in_throttle set failures = 9 where failures = 1 and last_failure_at ="
                + " (select max(last_failure_at) from sign_in_throttle where subject like 'account:%') and subject like 'account:%'"));
        assertEquals(400, visitor.signIn(nobody, "wrong again").status());
        assertEquals(429, visitor.signIn(nobody, "wrong").status());
    }

    @Test
    void slowsDownAfterManyFailuresFromOneAddressWhateverTheAccount() {
        for (int i = 0; i < 15; i++) {
            assertEquals(400, visitor.signIn(organization.viewer().email(), "wrong").status());
        }
        assertEquals(429, visitor.signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status(),
                "from elsewhere it is not slowed down");
    }

    @Test
    void believesOnlyTheAddressThatTheProxyItselfAdded() {
        for (int i = 0; i < 15; i++) {
            visitor.comingFrom("15.0.0." + i + ", 203.0.113.77").signIn(organization.viewer().email(), "wrong");
        }
        assertEquals(429,
                visitor.comingFrom("15.0.0.99, 203.0.113.77").signIn(admin.email(), Fixtures.PASSWORD).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-address",
        "fe80::1%aVeryLongZoneNameThatIsMuchLongerThanAnyColumnOfAnyTableOfThePortalCouldEverHold", "1.2.3.4:5678",
        "999.1.1.1"})
    void signsInWhateverAProxySaysOfTheSender(String address) {
        assertEquals(303, visitor.comingFrom(address).signIn(admin.email(), Fixtures.PASSWORD).status());
    }

    @Test
    void takesTheNetworkOfAnIpv6CustomerAsOneAddress() {
        for (int i = 0; i < 15; i++) {
            visitor.comingFrom("[2001:db8:1:2::" + i + "]").signIn(organization.viewer().email(), "wrong");
        }
        assertEquals(429,
                visitor.comingFrom("[2001:db8:1:2:ffff::1]").signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(303, visitor.comingFrom("[2001:db8:1:3::1]").signIn(admin.email(), Fixtures.PASSWORD).status());
    }

    @Test
    void countsNothingAfterARightPassword() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 9; i++) {
                visitor.signIn(admin.email(), "wrong " + i);
            }
            assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        }
    }

    @Test
    void keepsTheSessionInACookieThatScriptsCanNotRead() {
        var answer = visitor.signIn(admin.email(), Fixtures.PASSWORD);
        var cookie = answer.headers("set-cookie").stream().filter(c -> c.startsWith("portcullis-session=")).findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HTTPOnly") || cookie.contains("HttpOnly"));
        assertTrue(cookie.contains("SameSite=Lax"));
        assertFalse(cookie.contains("Secure"), "plain HTTP");
    }

    @Test
    void marksCookiesAsSecureBehindAProxyThatSpeaksHttps() {
        visitor.with("X-Forwarded-Proto", "https");
        var token = visitor.get("/sign-in");
        assertTrue(token.headers("set-cookie").stream().allMatch(cookie -> cookie.contains("Secure")));
        assertTrue(token.header("Strict-Transport-Security").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , ", ", 192.0.2.9", "[::1", "unknown", "192.0.2.9,"})
    void answersWhateverAProxyPassesOn(String forwardedFor) {
        assertEquals(200, Visitor.inEnglish().with("X-Forwarded-For", forwardedFor).get("/sign-in").status());
    }

    @Test
    void signsOutForGood() {
        visitor.signedInAs(admin);
        var stolen = visitor.cookie("portcullis-session");
        var answer = visitor.get("/port-orders").submit("/sign-out", Map.of());
        assertEquals("/sign-in", answer.redirect());
        assertTrue(answer.follow().text().contains("You are signed out."));
        assertEquals(303, visitor.get("/port-orders").status());
        assertEquals(303,
                Visitor.inEnglish().with("Cookie", "portcullis-session=" + stolen).get("/port-orders").status(),
                "the token is worth nothing any more");
    }

    @Test
    void givesEverySignInASessionOfItsOwn() {
        visitor.signedInAs(admin);
        var first = visitor.cookie("portcullis-session");
        var second = Visitor.inEnglish().signedInAs(admin).cookie("portcullis-session");
        assertNotEquals(first, second);
        assertEquals(43, first.length(), "256 bits");
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsClosed() {
        visitor.signedInAs(admin);
        admin.deactivated();
        assertEquals(303, visitor.get("/port-orders").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "", "%%%", "../../etc"})
    void ignoresCookiesThatItNeverSet(String token) {
        assertEquals("/sign-in?to=%2Fport-orders",
                Visitor.inEnglish().with("Cookie", "portcullis-session=" + token).get("/port-orders").redirect());
    }

    @Test
    void recordsWhoSignedInAndWhoFailed() {
        visitor.signIn(admin.email(), "wrong");
        visitor.signedInAs(admin);
        visitor.get("/port-orders").submit("/sign-out", Map.of());
        assertEquals(List.of("SIGN_IN_FAILED", "SIGNED_IN", "SIGNED_OUT"),
                admin.auditEntries().stream().map(row -> row.get("event")).toList());
        assertFalse(admin.auditEntries().toString().contains("wrong"));
    }

    @Test
    void needsNoSecondSignIn() {
        visitor.signedInAs(admin);
        assertEquals("/port-orders", visitor.get("/sign-in?to=/port-orders").redirect());
        assertNull(visitor.get("/port-orders").redirect());
    }
}
