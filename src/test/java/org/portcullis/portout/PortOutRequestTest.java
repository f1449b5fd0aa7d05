package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;

class PortOutRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final PortOutRequest request = PortOutRequest.of(
            new PortOutQuestion(new RequestingCarrier(UUID.randomUUID(), "Columbia Fiber", PortOutChannel.BANDWIDTH),
                    List.of("+13105550100")),
            NOW);

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
        assertEquals(PortOutCheck.Outcome.NOT_MADE, request.getChecks().get(PortOutCheck.WORD));
        request.decidedBy = "The admin";
        assertEquals(PortOutCheck.Outcome.PASSED, request.getChecks().get(PortOutCheck.WORD));
    }

    @Test
    void speaksOfTheTimeOnlyWhereItWasNotEnough() {
        request.refuse(List.of(Refusal.LOCKED), NOW);
        assertFalse(request.getChecks().containsKey(PortOutCheck.IN_TIME));
        request.refuse(List.of(Refusal.UNDECIDED), NOW);
        assertEquals(PortOutCheck.Outcome.FAILED, request.getChecks().get(PortOutCheck.IN_TIME));
    }
}
