package org.portcullis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.browser.Language.ENGLISH;
import static org.portcullis.browser.Language.FRENCH;
import static org.portcullis.testing.Page.folded;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;

/** The way of a telephony admin through the portal, in a real browser. */
@OnPackagedPortal
class WholeWayIT {

    private static final String PANEL = "/port-orders/pin";
    private static final List<String> NO_PINS = List.of("12345", "12345678901", "12a456", "١٢٣٤٥٦");

    private static Browser browser;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Fixtures.Person admin = organization.admin();

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void leadsFromSignInToSignOut() {
        goTheWholeWay(browser.wish(ENGLISH).open());
    }

    @Test
    void leadsFromSignInToSignOutInFrenchWithoutScripts() {
        goTheWholeWay(browser.wish(FRENCH).withoutScripts().open());
    }

    @Test
    void leadsFromSignInToSignOutInFrenchByKeyboardAlone() {
        goTheWholeWay(browser.wish(FRENCH).open().handledBy(Hands.KEYBOARD));
    }

    @Test
    void leadsFromSignInToSignOutOnATelephone() {
        goTheWholeWay(browser.wish(ENGLISH).wide(390).open());
    }

    private void goTheWholeWay(Window opened) {
        organization.order("Harbour office").in("CONTACTING_CARRIER").withNumber("+12065550142").saved();
        try (var window = opened) {
            window.go("/");
            window.isTitled(Words.SIGN_IN);
            window.signIn(admin);
            window.isTitled(Words.PORT_ORDERS);

            window.follow("Harbour office");
            assertEquals("Harbour office", window.heading());
            window.shows(Words.WHAT_HAPPENS_NOW);
            window.follow(Words.BACK);
            window.isTitled(Words.PORT_ORDERS);

            window.follow(Words.MANAGE_PIN);
            window.shows(Words.PANEL);
            window.shows(Words.NOT_SET);
            NO_PINS.forEach(typed -> refuses(window, typed, Words.REFUSED));
            save(window, "482913");
            window.shows(Words.SET);
            refuses(window, "", Words.BLANKED);
            window.shows(Words.SET);
            var digest = digest();
            save(window, "593024");
            window.shows(Words.SET);
            assertNotEquals(digest, digest());

            window.switchLanguage();
            window.shows(Words.PANEL);
            window.shows(Words.SET);
            window.press(window.personMenu());
            window.send(Words.SIGN_OUT);
            window.isTitled(Words.SIGN_IN);
            window.shows(Words.SIGNED_OUT);
            window.go(PANEL);
            window.isTitled(Words.SIGN_IN);
        }
    }

    private String digest() {
        return organization.pinRows().get(0).get("digest");
    }

    private static void save(Window window, String pin) {
        window.type(Words.PIN, pin);
        window.send(Words.SAVE);
    }

    private static void refuses(Window window, String typed, Words why) {
        save(window, typed);
        window.shows(why);
        var field = window.field(Words.PIN);
        assertEquals("true", field.getAttribute("aria-invalid"));
        assertEquals("", field.inputValue());
        assertFalse(typed.length() > 5 && window.page().content().contains(typed), "what was typed comes back");
    }

    /** In a window at the PIN panel, signed in as the admin. */
    private Window atThePanel(Language language) {
        var window = browser.wish(language).open();
        window.go(PANEL);
        window.signIn(admin);
        window.shows(Words.PANEL);
        return window;
    }

    @Test
    void ticksTheRulesWhileThePinIsTyped() {
        try (var window = atThePanel(ENGLISH)) {
            var rules = window.page().locator(".rules li");
            var keyboard = window.page().keyboard();
            assertThat(rules).hasClass(new String[] {"", "", ""});
            window.field(Words.PIN).focus();
            keyboard.type("12345");
            assertThat(rules).hasClass(new String[] {"", "met", ""});
            keyboard.type("9");
            assertThat(rules).hasClass(new String[] {"met", "met", "met"});
            assertThat(rules.first()).hasText("6 to 10 digits (met)");
            keyboard.type("a");
            assertThat(rules).hasClass(new String[] {"met", "not-met", ""});
            assertThat(rules.nth(1)).containsText("(not met)");
            window.field(Words.PIN).fill("");
            assertThat(rules).hasClass(new String[] {"", "", ""});
        }
    }

    @Test
    void showsAndHidesWhatIsTyped() {
        try (var window = atThePanel(FRENCH)) {
            var field = window.field(Words.PIN);
            window.type(Words.PIN, "482913");
            assertThat(field).hasAttribute("type", "password");
            window.press(window.button(Words.SHOW));
            assertThat(field).hasAttribute("type", "text");
            assertThat(window.button(Words.HIDE)).hasAttribute("aria-pressed", "true");
            window.press(window.button(Words.HIDE));
            assertThat(field).hasAttribute("type", "password");
            assertThat(field).hasValue("482913");
            assertThat(window.button(Words.SHOW)).hasAttribute("aria-pressed", "false");
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatesAPinThatCanBeReadAndSaved(Language language) {
        try (var window = atThePanel(language)) {
            window.send(Words.GENERATE);
            window.shows(Words.GENERATED);
            window.shows(Words.NOT_SET);
            assertThat(window.field(Words.PIN)).hasValue(Pattern.compile("^[0-9]{10}$"));
            assertThat(window.field(Words.PIN)).hasAttribute("type", "text");
            window.send(Words.SAVE);
            window.shows(Words.SET);
            assertThat(window.field(Words.PIN)).hasValue("");
        }
    }

    @Test
    void takesAPinThatIsPastedWithBlanksAroundIt() {
        organization.order("Harbour office").saved();
        try (var window = atThePanel(ENGLISH)) {
            // Copied from the search field of the list beside the panel, as from any other text.
            window.page().locator("#q").fill("  482913 ");
            window.page().keyboard().press("ControlOrMeta+A");
            window.page().keyboard().press("ControlOrMeta+C");
            window.field(Words.PIN).focus();
            window.page().keyboard().press("ControlOrMeta+V");
            assertThat(window.field(Words.PIN)).hasValue("  482913 ");
            assertThat(window.page().locator(".rules li")).hasClass(new String[] {"met", "met", "met"});
            window.send(Words.SAVE);
            window.shows(Words.SET);
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsReadingAtWhatIsWrong(Language language) {
        try (var window = atThePanel(language).handledBy(Hands.KEYBOARD)) {
            save(window, "12345");
            assertThat(window.focused()).hasAttribute("role", "alert");
            assertTrue(folded(window.focused().innerText()).contains(Words.REFUSED.in(language)));
            window.press(window.link(folded(window.focused().locator("a").innerText())));
            assertThat(window.field(Words.PIN)).isFocused();
        }
    }

    @Test
    void skipsToTheContent() {
        try (var window = atThePanel(ENGLISH).handledBy(Hands.KEYBOARD)) {
            window.go(PANEL);
            window.page().keyboard().press("Tab");
            assertThat(window.focused()).hasText(Words.SKIP.in(ENGLISH));
            assertThat(window.focused()).isInViewport();
            window.page().keyboard().press("Enter");
            assertThat(window.page().locator("main")).isFocused();
        }
    }

    @Test
    void closesThePersonMenuByEscapeAndByAClickElsewhere() {
        try (var window = atThePanel(ENGLISH)) {
            var signOut = window.button(Words.SIGN_OUT);
            window.press(window.personMenu());
            assertThat(signOut).isVisible();
            signOut.focus();
            window.page().keyboard().press("Escape");
            assertThat(signOut).isHidden();
            assertThat(window.personMenu()).isFocused();
            window.press(window.personMenu());
            assertThat(signOut).isVisible();
            window.press(window.page().locator(".page-title"));
            assertThat(signOut).isHidden();
        }
    }

    @Test
    void keepsTheThemeThatWasChosen() {
        try (var window = atThePanel(ENGLISH)) {
            assertTrue(isLight(window));
            choose(window, Words.DARK);
            assertFalse(isLight(window));
            window.go("/account");
            assertFalse(isLight(window));
            window.press(window.personMenu());
            assertThat(window.button(Words.DARK)).hasAttribute("aria-pressed", "true");
            window.press(window.personMenu());
            choose(window, Words.LIKE_THE_SYSTEM);
            assertTrue(isLight(window));
        }
    }

    @Test
    void isDarkWhereTheSystemIs() {
        try (var window = browser.wish(ENGLISH).dark().open()) {
            window.go("/sign-in");
            assertFalse(isLight(window));
            window.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertTrue(isLight(window));
        }
    }

    private static void choose(Window window, Words theme) {
        window.press(window.personMenu());
        window.send(theme);
    }

    /** Compared with the ink, because either alone could be wrong. */
    private static boolean isLight(Window window) {
        return (boolean) window.page().evaluate(
                """
                        () => {
                          const style = getComputedStyle(document.body);
                          const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
                          return light(style.backgroundColor) > light(style.color);
                        }""");
    }

    @ParameterizedTest
    @EnumSource
    void tellsAViewerWhoCanSetThePin(Language language) {
        try (var window = browser.wish(language).open()) {
            window.go(PANEL);
            window.signIn(organization.viewer());
            window.shows(Words.NOT_SET);
            window.shows(Words.ONLY_ADMINS);
            assertThat(window.field(Words.PIN)).hasCount(0);
            assertThat(window.button(Words.SAVE)).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsAnOrganizationInFranceThatThePinIsNotForIt(Language language) {
        try (var window = browser.wish(language).open()) {
            window.go(PANEL);
            window.signIn(Fixtures.organization("Atelier Lumière").inFrance().saved().admin());
            window.shows(Words.NOT_IN_UNITED_STATES);
            assertThat(window.field(Words.PIN)).hasCount(0);
        }
    }

    @Test
    void returnsAfterSignInToThePageAskedFor() {
        var pon = organization.order("Harbour office").saved();
        try (var window = browser.wish(ENGLISH).open()) {
            window.go("/port-orders/" + pon);
            window.isTitled(Words.SIGN_IN);
            window.type(Words.USERNAME, admin.email());
            window.type(Words.PASSWORD, "not the password");
            window.send(Words.SIGN_IN);
            assertThat(window.focused()).hasAttribute("role", "alert");
            window.type(Words.PASSWORD, Fixtures.PASSWORD);
            window.send(Words.SIGN_IN);
            assertEquals("Harbour office", window.heading());
            window.go("/sign-in?to=/port-orders/" + pon);
            assertEquals("Harbour office", window.heading());
            window.go("/sign-in");
            window.isTitled(Words.PORT_ORDERS);
        }
    }
}
