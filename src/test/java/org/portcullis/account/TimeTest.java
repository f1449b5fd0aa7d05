package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Given;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TestClock;
import org.portcullis.testing.Visitor;

/** What happens to sessions and to delays when time passes. */
@QuarkusTest
class TimeTest extends PortalTest {

    @Inject
    TestClock clock;

    @Inject
    Sessions sessions;

    private final Given.Person admin = Given.organization("Cascade Freight").saved().admin();
    private final Visitor visitor = Visitor.inEnglish().signedInAs(admin);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    @Test
    void endsASessionThatSleeps() {
        clock.pass(Duration.ofMinutes(29));
        assertEquals(200, visitor.get("/port-orders").status());
        clock.pass(Duration.ofMinutes(29));
        assertEquals(200, visitor.get("/port-orders").status());
        clock.pass(Duration.ofMinutes(31));
        assertEquals("/sign-in?to=%2Fport-orders", visitor.get("/port-orders").redirect());
    }

    @Test
    void endsASessionAfterTwelveHoursHoweverBusyItIs() {
        for (int i = 0; i < 35; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertEquals(200, visitor.get("/port-orders").status());
        }
        clock.pass(Duration.ofMinutes(20));
        assertEquals(303, visitor.get("/port-orders").status());
    }

    @Test
    void forgetsSessionsThatEnded() {
        clock.pass(Duration.ofMinutes(31));
        sessions.forgetEnded();
        clock.reset();
        assertEquals(303, visitor.get("/port-orders").status());
    }

    @Test
    void letsTheRightPasswordInAfterTheDelay() {
        for (int i = 0; i < 10; i++) {
            Visitor.inEnglish().signIn(admin.email(), "wrong " + i);
        }
        assertEquals(429, Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD).status());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD).status());
        assertEquals(400, Visitor.inEnglish().signIn(admin.email(), "wrong").status(), "and the count begins anew");
    }

    @Test
    void doublesTheDelayWithEachFurtherFailure() {
        for (int i = 0; i < 10; i++) {
            Visitor.inEnglish().signIn(admin.email(), "wrong " + i);
        }
        clock.pass(Duration.ofSeconds(31));
        assertEquals(400, Visitor.inEnglish().signIn(admin.email(), "wrong again").status());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(429, Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD).status());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Given.PASSWORD).status());
    }
}
