package org.portcullis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;

/** Before the session ends the page asks, in time and by keyboard alone, whether to stay signed in. */
@OnPackagedPortal
class SessionEndIT {

    private static final String DIALOG = "#session-end";
    /** Short of the two minutes before the end at which a page asks the server. */
    private static final long UNTIL_THE_WARNING = 28 * 60 * 1000L + 2_000;

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void answer(Page page, int left, int longest) {
        page.unroute("**/session");
        page.route("**/session", route -> {
            if (route.request().method().equals("GET")) {
                route.fulfill(new Route.FulfillOptions().setContentType("application/json")
                        .setBody("{\"left\":" + left + ",\"longest\":" + longest + "}"));
            } else {
                route.resume();
            }
        });
    }

    private static Page orderOf(Window window) {
        var organization = Fixtures.organization("Cascade Freight").saved();
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        window.go("/port-orders/" + pon);
        window.signIn(organization.admin());
        var page = window.page();
        page.clock().install();
        page.reload();
        page.locator("#words").fill("Please keep the fax line");
        return page;
    }

    @Test
    void staysSignedInByOneKeyAndLeavesWhatWasTyped() {
        try (var window = browser.wish(Language.ENGLISH).open()) {
            var page = orderOf(window);
            answer(page, 110, 20_000);
            page.clock().fastForward(UNTIL_THE_WARNING);
            assertThat(page.locator(DIALOG)).isVisible();
            assertThat(page.locator(DIALOG + " h2")).hasText("Your session is about to end");
            assertThat(page.locator(DIALOG + " button.btn-primary")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(DIALOG)).isHidden();
            assertThat(page.locator("#words")).isFocused();
            assertThat(page.locator("#words")).hasValue("Please keep the fax line");
        }
    }

    @Test
    void saysNothingWhereAnotherPageHasExtendedIt() {
        try (var window = browser.wish(Language.ENGLISH).open()) {
            var page = orderOf(window);
            page.waitForResponse("**/session", () -> page.clock().fastForward(UNTIL_THE_WARNING));
            assertThat(page.locator(DIALOG)).isHidden();
        }
    }

    @Test
    void tellsOfTheLastEndAndOfTheEndItself() {
        try (var window = browser.wish(Language.FRENCH).open()) {
            var page = orderOf(window);
            answer(page, 110, 110);
            page.clock().fastForward(UNTIL_THE_WARNING);
            assertThat(page.locator(DIALOG)).containsText("elle ne peut pas être prolongée");
            assertThat(page.locator(DIALOG + " button.btn-primary")).isHidden();
            page.keyboard().press("Escape");
            assertThat(page.locator(DIALOG)).isHidden();
            answer(page, 0, 0);
            page.clock().fastForward(111_000);
            assertThat(page.locator(DIALOG + " h2")).hasText("Votre session a pris fin");
            page.keyboard().press("Enter");
            assertThat(page.locator(DIALOG)).isHidden();
            assertThat(page.locator("#words")).hasValue("Please keep the fax line");
        }
    }
}
