package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortOutRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final PortOutRequest request = PortOutRequest.of(
            new PortOutQuestion(new Asker(UUID.randomUUID(), "Columbia Fiber", Channel.BANDWIDTH), List.of("+13105550100")), NOW);

    @Test
    void isLeftAfterAMinute() {
        assertFalse(request.isLeft(NOW.plusSeconds(60).minusNanos(1_000)));
        assertTrue(request.isLeft(NOW.plusSeconds(60)));
        request.refuse(List.of(Refusal.PIN_INVALID), NOW);
        assertFalse(request.isLeft(NOW.plusSeconds(600)));
    }

    @Test
    void saysNoAdminsApprovedWhatSilenceHasAllowed() {
        request.await(NOW.plusSeconds(10), NOW);
        request.allowOnceAsked(NOW);
        assertEquals(Check.Outcome.NOT_MADE, request.getChecks().get(Check.WORD));
        request.decidedBy = "The admin";
        assertEquals(Check.Outcome.PASSED, request.getChecks().get(Check.WORD));
    }

    @Test
    void speaksOfTheTimeOnlyWhereItWasNotEnough() {
        request.refuse(List.of(Refusal.LOCKED), NOW);
        assertFalse(request.getChecks().containsKey(Check.IN_TIME));
        request.refuse(List.of(Refusal.UNDECIDED), NOW);
        assertEquals(Check.Outcome.FAILED, request.getChecks().get(Check.IN_TIME));
    }
}
