package org.portcullis.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
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

    private final Fixtures.Person admin = Fixtures.organization("Cascade Freight").saved().admin();
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
    void forgetsSessionsAWeekAfterTheirEnd() {
        clock.pass(Duration.ofMinutes(31));
        sessions.forgetEnded();
        assertEquals(admin.id(), sessions.personOfEnded(token()).orElseThrow(), "a late form is recognized by it");
        assertEquals(303, visitor.get("/port-orders").status(), "it opens nothing");
        clock.pass(Duration.ofDays(7));
        assertTrue(sessions.personOfEnded(token()).isEmpty());
        sessions.forgetEnded();
        clock.reset();
        assertEquals(303, visitor.get("/port-orders").status(), "it is gone");
    }

    private String token() {
        return visitor.cookie("portcullis-session");
    }

    private Page stay() {
        var token = visitor.get("/help/port-out-pin").document().selectFirst("input[name=csrf-token]").attr("value");
        return visitor.post("/session", Map.of("csrf-token", token));
    }

    private static long left(Page answer) {
        return Long.parseLong(answer.source().replaceFirst(".*\"left\":(\\d+).*", "$1"));
    }

    @Test
    void tellsHowLongASessionLastsWithoutExtendingIt() {
        visitor.get("/port-orders");
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofMinutes(5));
            var left = left(visitor.get("/session"));
            assertTrue(left <= 1800 - (i + 1) * 300 && left > 1740 - (i + 1) * 300, "" + left);
        }
        clock.pass(Duration.ofMinutes(6));
        assertEquals("{\"left\":0,\"longest\":0}", visitor.get("/session").source());
        assertEquals(303, visitor.get("/port-orders").status());
    }

    @Test
    void extendsASessionByAFormWithAToken() {
        visitor.get("/port-orders");
        clock.pass(Duration.ofMinutes(28));
        assertEquals(400, visitor.post("/session", Map.of()).status());
        assertEquals(400, visitor.post("/session", Map.of("csrf-token", "A".repeat(22))).status());
        assertTrue(left(visitor.get("/session")) <= 120);
        var answer = stay();
        assertEquals(200, answer.status());
        assertTrue(left(answer) > 1790, answer.source());
        assertTrue(left(visitor.get("/session")) > 1790);
        clock.pass(Duration.ofMinutes(29));
        assertEquals(200, visitor.get("/port-orders").status());
    }

    @Test
    void extendsNoSessionThatHasEnded() {
        var token = visitor.get("/port-orders").document().selectFirst("input[name=csrf-token]").attr("value");
        clock.pass(Duration.ofMinutes(31));
        assertEquals("{\"left\":0,\"longest\":0}", visitor.post("/session", Map.of("csrf-token", token)).source());
        assertEquals(303, visitor.get("/port-orders").status());
    }

    @Test
    void saysThatTwelveHoursAreTheEndHoweverOftenItIsExtended() {
        for (int i = 0; i < 35; i++) {
            clock.pass(Duration.ofMinutes(20));
            visitor.get("/port-orders");
        }
        clock.pass(Duration.ofMinutes(18));
        var answer = stay();
        assertTrue(left(answer) <= 120, answer.source());
        assertTrue(answer.source().contains("\"longest\":" + left(answer)), answer.source());
    }

    @Test
    void holdsTheWarningOnEachPageOfThoseWhoAreSignedIn() {
        var dialog = visitor.get("/port-orders").document().selectFirst("dialog[role=alertdialog]");
        assertEquals("Your session is about to end", dialog.selectFirst("h2").text());
        assertEquals("120", dialog.attr("data-warning"));
        assertTrue(Long.parseLong(dialog.attr("data-seconds")) > 1740);
        assertEquals("/session", dialog.selectFirst("form").attr("action"));
        assertTrue(Visitor.inEnglish().get("/sign-in").document().select("dialog").isEmpty());
    }

    @Test
    void letsTheRightPasswordInAfterTheDelay() {
        for (int i = 0; i < 10; i++) {
            Visitor.inEnglish().signIn(admin.email(), "wrong " + i);
        }
        assertEquals(429, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
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
        assertEquals(429, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
        clock.pass(Duration.ofSeconds(31));
        assertEquals(303, Visitor.inEnglish().signIn(admin.email(), Fixtures.PASSWORD).status());
    }
}
