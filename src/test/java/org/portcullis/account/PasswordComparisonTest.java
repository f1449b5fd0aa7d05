package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.TestLimits;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** Password attempts while too many others are being compared. */
@QuarkusTest
class PasswordComparisonTest extends PortalTest {

    private static final String AGAIN = "/sign-in/again";

    @Inject
    TestClock clock;

    private final Fixtures.Person admin = Fixtures.organization("Cascade Freight").saved().admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    /** All places but so many are held by others, and nothing waits. */
    private static void let(int places) {
        let(places, places);
    }

    private static void let(int ofStrangers, int ofKnown) {
        var limits = new TestLimits().with(CostlyWork.SIGN_IN, 2, 1).with(CostlyWork.PASSWORD, 2, 1).install();
        for (int i = ofStrangers; i < 2; i++) {
            limits.enter(CostlyWork.SIGN_IN, "other " + i);
        }
        for (int i = ofKnown; i < 2; i++) {
            limits.enter(CostlyWork.PASSWORD, "other " + i);
        }
    }

    private Page changePassword(String current) {
        var page = visitor.get("/account/password");
        return page.submit("/account/password", Map.of("current", current, "password", "harbor lights at noon 7"));
    }

    /** The form once more, with what is no secret. */
    private static void assertBusy(Page page, String heading, String words) {
        assertEquals(429, page.status());
        assertEquals(heading, page.heading());
        assertTrue(page.text().contains(Page.folded(words)), page.text());
        assertEquals("5", page.header("Retry-After").orElseThrow());
    }

    @Test
    void asksToTryAgainWhereverAPasswordIsGiven() {
        clock.pass(Duration.ofMinutes(5));
        let(0);
        var words = "That’s more than the portal can do at once. Nothing was changed. Try again in 5 seconds.";
        var refused = Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD);
        assertBusy(refused, "Sign in", words);
        assertEquals(admin.email(), refused.document().selectFirst("#username").val());
        assertEquals("", refused.document().selectFirst("#password").val());
        assertBusy(Visitor.inFrench().signIn("nobody@example.com", "wrong"), "Se connecter",
                "C’est plus que ce que le portail peut traiter à la fois. Rien n’a été modifié. Réessayez dans 5 secondes.");
        assertBusy(visitor.get(AGAIN).submit(AGAIN, Map.of("password", Fixtures.PASSWORD)),
                visitor.get(AGAIN).heading(), words);
        assertBusy(changePassword(Fixtures.PASSWORD), visitor.get("/account/password").heading(), words);
        let(1);
        assertEquals(303, visitor.get(AGAIN).submit(AGAIN, Map.of("password", Fixtures.PASSWORD)).status());
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
    }

    @Test
    void keepsPlacesForPeopleWhoAreKnownHoweverManyStrangersTry() {
        let(0, 1);
        assertEquals(429, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(303, visitor.signInOnceMore(admin).status());
        clock.pass(Duration.ofMinutes(6));
        assertEquals(303, visitor.get(AGAIN).submit(AGAIN, Map.of("password", Fixtures.PASSWORD)).status());
    }

    @Test
    void slowsWhoTriesMoreThanSoOftenWithinAMinute() {
        new TestLimits().withPerMinute(CostlyWork.SIGN_IN, 2).install();
        var elsewhere = Visitor.inEnglish();
        for (int i = 0; i < 2; i++) {
            assertEquals(400, elsewhere.signIn(admin.email(), "wrong " + i).status());
        }
        var refused = elsewhere.signIn(admin.email(), Fixtures.PASSWORD);
        assertEquals(429, refused.status());
        assertEquals("30", refused.header("Retry-After").orElseThrow());
        assertTrue(refused.text().contains(Page.folded("You’ve done this many times within a minute.")),
                refused.text());
    }

    @Test
    void countsNothingThatWasNotCompared() {
        var elsewhere = Visitor.inEnglish();
        let(0);
        for (int i = 0; i < 12; i++) {
            assertEquals(429, elsewhere.signIn(admin.email(), "wrong " + i).status());
        }
        let(1);
        for (int i = 0; i < 10; i++) {
            assertEquals(400, elsewhere.signIn(admin.email(), "wrong " + i).status());
        }
        assertEquals(429, elsewhere.signIn(admin.email(), Fixtures.PASSWORD).status());
        assertEquals(10,
                admin.auditEntries().stream().filter(row -> row.get("event").equals("SIGN_IN_FAILED")).count());
    }
}
