package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.account.PasswordComparison.Lane;
import org.portcullis.testing.Given;
import org.portcullis.testing.Page;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** What becomes of passwords while too many others are being compared. */
@QuarkusTest
class PasswordComparisonTest extends PortalTest {

    private static final String AGAIN = "/sign-in/again";

    @Inject
    IdentityProviderManager identities;

    @Inject
    SignInGate gate;

    @Inject
    TestClock clock;

    private final Given.Person admin = Given.organization("Cascade Freight").saved().admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private void let(int placesLeft, int running) {
        var comparison = new PasswordComparison(identities, gate, new Lane(new Semaphore(placesLeft), new Semaphore(running)),
                new Lane(new Semaphore(placesLeft), new Semaphore(running)), Duration.ofMillis(1));
        QuarkusMock.installMockForType(comparison, PasswordComparison.class);
    }

    private Page changePassword(String current) {
        var page = visitor.get("/account/password");
        return page.submit("/account/password", Map.of("current", current, "password", "harbor lights at noon 7"));
    }

    private static void assertBusy(Page page, String heading) {
        assertEquals(429, page.status());
        assertEquals(heading, page.heading());
        assertTrue(Integer.parseInt(page.header("Retry-After").orElseThrow()) > 0);
    }

    @Test
    void asksToTryAgainWhereverAPasswordIsGiven() {
        clock.pass(Duration.ofMinutes(5));
        for (int placesLeft : List.of(0, 1)) {
            let(placesLeft, 0);
            assertBusy(Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD), "Too many tries");
            assertBusy(Visitor.inFrench().signIn("nobody@example.com", "wrong"), "Trop de tentatives");
            assertBusy(visitor.get(AGAIN).submit(AGAIN, Map.of("password", Given.PASSWORD)), "Too many tries");
            assertBusy(changePassword(Given.PASSWORD), "Too many tries");
        }
        let(1, 1);
        assertEquals(303, visitor.get(AGAIN).submit(AGAIN, Map.of("password", Given.PASSWORD)).status());
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD).status());
    }

    @Test
    void keepsPlacesForPeopleWhoAreKnownHoweverManyStrangersTry() {
        var comparison = new PasswordComparison(identities, gate, new Lane(new Semaphore(0), new Semaphore(0)),
                new Lane(new Semaphore(1), new Semaphore(1)), Duration.ofMillis(1));
        QuarkusMock.installMockForType(comparison, PasswordComparison.class);
        assertBusy(Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD), "Too many tries");
        assertEquals(303, visitor.signInOnceMore(admin).status());
        clock.pass(Duration.ofMinutes(6));
        assertEquals(303, visitor.get(AGAIN).submit(AGAIN, Map.of("password", Given.PASSWORD)).status());
    }

    @Test
    void countsNothingThatWasNotCompared() {
        var elsewhere = Visitor.inEnglish();
        let(0, 0);
        for (int i = 0; i < 12; i++) {
            assertBusy(elsewhere.signIn(admin.email(), "wrong " + i), "Too many tries");
        }
        let(1, 1);
        for (int i = 0; i < 10; i++) {
            assertEquals(400, elsewhere.signIn(admin.email(), "wrong " + i).status());
        }
        assertEquals(429, elsewhere.signIn(admin.email(), Given.PASSWORD).status());
        assertEquals(10, admin.auditEntries().stream().filter(row -> row.get("event").equals("SIGN_IN_FAILED")).count());
    }
}
