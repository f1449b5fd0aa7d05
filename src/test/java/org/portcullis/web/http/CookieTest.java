package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@QuarkusTest
class CookieTest extends PortalTest {

    private static final String SESSION = "portcullis-session";
    private static final String TOKEN = "csrf-token";

    private final Fixtures.Person admin = Fixtures.organization("Cascade Freight").saved().admin();

    private static String token(Page page) {
        return page.document().selectFirst("input[name=" + TOKEN + "]").attr("value");
    }

    private static String set(Page answer, String name) {
        return answer.headers("set-cookie").stream().filter(cookie -> cookie.startsWith(name + "=")).findFirst()
                .map(cookie -> cookie.substring(name.length() + 1).split(";")[0]).orElseThrow();
    }

    @Test
    void isOfThisHostAloneOnHttps() {
        var visitor = Visitor.inEnglish().with("X-Forwarded-Proto", "https");
        var form = visitor.get("/sign-in");
        var signedIn = visitor.with("Cookie", "__Host-" + TOKEN + "=" + set(form, "__Host-" + TOKEN))
                .post("/sign-in", Map.of("username", admin.email(), "password", Fixtures.PASSWORD, TOKEN, token(form)));
        assertEquals(303, signedIn.status());
        for (String cookie : signedIn.headers("set-cookie")) {
            assertTrue(cookie.startsWith("__Host-") && cookie.contains("Secure") && cookie.contains("Path=/;")
                    && !cookie.contains("Domain"), cookie);
        }
        var session = set(signedIn, "__Host-" + SESSION);
        assertEquals(200, visitor.with("Cookie", "__Host-" + SESSION + "=" + session).get("/account").status());
        assertEquals(303, visitor.with("Cookie", SESSION + "=" + session).get("/account").status(),
                "planted by a neighbour");
    }

    @Test
    void keepsItsShortNameOnPlainHttp() {
        var page = Visitor.inEnglish().get("/sign-in");
        assertFalse(page.headers("set-cookie").isEmpty());
        assertTrue(page.headers("set-cookie").stream().noneMatch(cookie -> cookie.contains("__Host-")));
    }

    @Test
    void holdsAnotherTokenForFormsInEachSession() {
        var visitor = Visitor.inEnglish();
        var before = token(visitor.get("/sign-in"));
        var inSession = token(visitor.signedInAs(admin).get("/account"));
        assertNotEquals(before, inSession);
        assertEquals(inSession, token(visitor.get("/account")));
        assertNotEquals(inSession, token(Visitor.inEnglish().signedInAs(admin).get("/account")));
    }

    @Test
    void takesNoTokenOfAnotherSessionEvenWithItsCookie() {
        var attacker = Visitor.inEnglish().signedInAs(Fixtures.organization("Columbia Fiber").saved().admin());
        var planted = token(attacker.get("/account"));
        var victim = Visitor.inEnglish().signedInAs(admin);
        var own = token(victim.get("/account"));
        var session = SESSION + "=" + victim.cookie(SESSION);
        for (String cookies : new String[] {session + "; " + TOKEN + "=" + planted,
            TOKEN + "=" + planted + "; " + session, session}) {
            var browser = Visitor.inEnglish().with("Cookie", cookies);
            var kept = browser.post("/account", Map.of("name", "Renamed", TOKEN, planted));
            assertTrue(kept.redirect().contains("kept-form"), kept.redirect());
            assertFalse(browser.get("/account").text().contains("Renamed"),
                    "it is kept, to be sent by a click, and not taken: " + cookies);
        }
        assertEquals(303, Visitor.inEnglish().with("Cookie", session)
                .post("/account", Map.of("name", "Renamed", TOKEN, own)).status());
    }
}
