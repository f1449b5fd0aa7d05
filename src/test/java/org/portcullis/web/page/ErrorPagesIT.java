package org.portcullis.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class ErrorPagesIT extends PortalTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Fixtures.Person admin = Fixtures.organization("Cascade Freight").saved().admin();
    private final Visitor english = Visitor.inEnglish().signedInAs(admin);
    private final Visitor french = Visitor.inFrench().signedInAs(admin);

    private void assertPages(int status, String heading, String headingInFrench, String method, String path,
            String body, String type) {
        for (var each : Map.of(english, heading, french, headingInFrench).entrySet()) {
            var page = each.getKey().send(method, path, body, type);
            assertEquals(status, page.status());
            assertEquals(each.getValue(), page.heading());
            assertTrue(page.text().length() > each.getValue().length() + 40, "it says what to do");
            assertFalse(page.source().matches("(?s).*(Exception|at org\\.|at io\\.|NOT_FOUND).*"));
        }
    }

    @Test
    void sayThatAPageIsNotThere() {
        assertPages(404, "Page not found", "Page introuvable", "GET", "/nonsense", null, null);
        assertPages(404, "Page not found", "Page introuvable", "DELETE", "/non/sense", null, null);
        assertPages(404, "Page not found", "Page introuvable", "GET", "/error", null, null);
    }

    @Test
    void sayThatSomebodyMayNot() {
        var desk = Fixtures.desk();
        assertEquals("You don't have access to this page",
                Visitor.inEnglish().signedInAs(desk).get("/port-orders/pin").heading());
        assertEquals("Vous n'avez pas accès à cette page",
                Visitor.inFrench().signedInAs(desk).get("/port-orders/pin").heading());
    }

    @Test
    void sayThatAMethodIsNone() {
        assertPages(405, "This address doesn't take that kind of request",
                "Cette adresse n'accepte pas ce type de requête",
                "DELETE", "/port-orders", null, null);
        assertPages(405, "This address doesn't take that kind of request",
                "Cette adresse n'accepte pas ce type de requête",
                "PUT", "/port-orders/pin", "pin=482913", FORM);
    }

    @Test
    void sayThatAFormatIsNone() {
        assertPages(415, "The portal can't read that format", "Le portail ne sait pas lire ce format",
                "POST", "/port-orders/pin", "{\"pin\":\"482913\"}", "application/json");
        assertPages(415, "The portal can't read that format", "Le portail ne sait pas lire ce format",
                "POST", "/sign-in", "<pin/>", "text/xml");
    }

    @Test
    void sayThatABodyIsTooLarge() {
        assertPages(413, "That is too much at once", "C'est trop volumineux",
                "POST", "/port-orders/pin", "pin=" + "1".repeat(4_000_000), FORM);
        assertPages(413, "That is too much at once", "C'est trop volumineux",
                "POST", "/port-orders/pin", "pin=" + "1".repeat(800_000), FORM);
        assertTrue(english.send("POST", "/port-orders/pin", "pin=" + "1".repeat(800_000), FORM).text()
                .contains("A form takes up to 20,000 numbers or 500,000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pin=482913&revision=0", "csrf-token=wrong&pin=482913&revision=0",
        "pin=482913&pin=482914", "&&&===", "%", "pin=482913%&revision=0", "pin=482913%f"})
    void sayThatAFormIsNone(String body) {
        assertPages(400, "The portal can't use what was sent", "Le portail ne peut pas utiliser ce qui a été envoyé",
                "POST", "/port-orders/pin", body, FORM);
    }

    @Test
    void sayThatDoubledOrUnusableFieldsAreNone() {
        var token = english.get("/port-orders/pin").document().selectFirst("input[name=csrf-token]").attr("value");
        for (String fields : new String[] {"pin=482913&pin=593024&revision=0", "pin=482%00913&revision=0", "pin=482913",
            "pin=482913&revision=x"}) {
            assertEquals(400,
                    english.send("POST", "/port-orders/pin", "csrf-token=" + token + "&" + fields, FORM).status(),
                    fields);
        }
    }

    @Test
    void sayWhatOtherFormatsGet() {
        english.with("Accept", "application/json");
        assertEquals(406, english.get("/port-orders").status());
    }

    @Test
    void sayThatAnUnreadableAcceptHeaderIsNone() {
        assertEquals(400, Visitor.inEnglish().with("Accept", "text/*;q=").get("/help/port-out-pin").status());
    }

    @Test
    void haveALanguageSwitchThatWorks() {
        var page = english.get("/nonsense").submit("/language", Map.of("language", "fr-FR"));
        assertEquals("/nonsense", page.redirect());
        assertEquals("Page introuvable", page.follow().heading());
    }

    @Test
    void recoverFromACookieThatIsBroken() {
        var visitor = Visitor.inEnglish().with("Cookie",
                "csrf-token=%%%; theme=pink; language=xx; flash=AccountFlash.NONSENSE");
        var page = visitor.get("/sign-in");
        assertEquals(200, page.status());
        assertEquals("Sign in", page.heading());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fr-CA|fr-FR", "de-DE,fr;q=0.8|fr-FR", "fr;q=0|en-US", "*|en-US", "§$%|en-US",
        "de|en-US"})
    void speakTheBestLanguageThatIsAskedFor(String header, String expected) {
        var page = Visitor.speaking(header).get("/sign-in");
        assertEquals(expected, page.language());
        assertEquals(expected, page.header("Content-Language").orElseThrow());
        assertTrue(page.header("Vary").orElseThrow().contains("Accept-Language"));
    }

    @Test
    void speakEnglishAfterAVeryLongHeader() {
        assertEquals("en-US", Visitor.speaking("x".repeat(5_000)).get("/sign-in").language());
    }

    @Test
    void tellTheBrowserWhatItMay() {
        for (String path : new String[] {"/sign-in", "/port-orders", "/nonsense", "/port-orders/pin"}) {
            Page page = english.get(path);
            var policy = page.header("Content-Security-Policy").orElseThrow();
            assertFalse(policy.contains("unsafe"));
            assertTrue(policy.contains("frame-ancestors 'none'"));
            assertEquals("nosniff", page.header("X-Content-Type-Options").orElseThrow());
            assertEquals("DENY", page.header("X-Frame-Options").orElseThrow());
            assertTrue(page.header("Referrer-Policy").isPresent());
            assertTrue(page.header("Permissions-Policy").isPresent());
            assertTrue(page.header("Strict-Transport-Security").isEmpty(), "only on HTTPS");
            assertEquals("no-store", page.header("Cache-Control").orElseThrow());
            assertTrue(page.document().select("[style], style, script:not([src])").isEmpty(), "nothing inline");
        }
    }

    @Test
    void nameAssetsAfterTheirContentSoThatTheyMayBeKept() {
        var page = Visitor.inEnglish().get("/sign-in");
        for (var link : page.document().select("link[href], script[src]")) {
            var path = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            var asset = Visitor.inEnglish().get(path);
            assertEquals(200, asset.status(), path);
            assertTrue(path.matches("/(assets/[0-9a-f]{16}|_static/bootstrap/[0-9.]+)/.+"), path);
            assertTrue(asset.header("Cache-Control").orElseThrow().contains("immutable"), path);
        }
    }

    @Test
    void refuseAThemeOrLanguageThatDoesNotExist() {
        assertEquals(400, english.get("/port-orders").submit("/theme", Map.of("theme", "pink")).status());
        assertEquals(400, english.get("/port-orders").submit("/language", Map.of("language", "xx")).status());
        assertEquals("/", english.get("/port-orders")
                .submit("/theme", Map.of("theme", "dark", "to", "https://evil.example")).redirect());
        assertEquals("dark", english.get("/port-orders").document().selectFirst("html").attr("data-theme"));
    }
}
