package org.portcullis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;

/** A single key leads the desk to the next order, unless the focus is in a text field or the key is turned off. */
@OnPackagedPortal
class QueueKeyIT {

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void leadsToTheNextOrder() {
        // Before all orders of other tests.
        Fixtures.organization("Cascade Freight").saved().order("Longest waiting").in("PROCESSING").made(Instant.EPOCH)
                .saved();
        try (var window = browser.wish(Language.ENGLISH).open()) {
            window.go("/desk");
            window.signIn(Fixtures.desk());
            var page = window.page();
            page.locator("#q").pressSequentially("nn");
            assertThat(page.locator("#q")).hasValue("nn");
            page.locator("h1").click();
            page.locator("[data-key-hint] button").click();
            assertThat(page.locator("[data-key-hint] button")).hasText("Turn the key on");
            page.keyboard().press("n");
            assertEquals("Queue", window.heading());
            page.locator("[data-key-hint] button").click();
            window.arriveBy(() -> page.keyboard().press("n"));
            assertEquals("Longest waiting", window.heading());
        }
    }
}
