package org.portcullis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;

/** One box chooses all orders for a bulk step; without scripts there is none, and each order has its own. */
@OnPackagedPortal
class BulkChoiceIT {

    private static final String PATH = "/desk/bulk?state=PARTIALLY_COMPLETED&step=reject";

    private static Browser browser;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final String one = organization.order("Harbor").in("PARTIALLY_COMPLETED").saved();
    private final String other = organization.order("Depot").in("PARTIALLY_COMPLETED").saved();

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void choosesAllOrdersWithOneBox() {
        try (var window = browser.wish(Language.ENGLISH).open()) {
            window.go(PATH);
            window.signIn(Fixtures.desk());
            var page = window.page();
            var all = page.locator("#all");
            all.check();
            assertThat(page.locator("#order_" + one)).isChecked();
            assertThat(page.locator("#order_" + other)).isChecked();
            page.locator("#order_" + one).uncheck();
            assertEquals(true, all.evaluate("box => box.indeterminate"));
            all.check();
            all.uncheck();
            assertThat(page.locator("#order_" + other)).not().isChecked();
        }
    }

    @Test
    void leavesEachOrderItsOwnBoxWithoutScripts() {
        try (var window = browser.wish(Language.ENGLISH).withoutScripts().open()) {
            window.go(PATH);
            window.signIn(Fixtures.desk());
            assertThat(window.page().locator("#all")).isHidden();
            window.page().locator("#order_" + one).check();
            assertTrue(window.page().locator("#order_" + one).isChecked());
        }
    }
}
