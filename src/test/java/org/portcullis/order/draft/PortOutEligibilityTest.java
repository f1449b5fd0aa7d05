package org.portcullis.order.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.TestPinPolicy;

class PortOutEligibilityTest {

    private static final Instant NOW = Instant.parse("2026-06-01T17:00:00Z");
    private static final Instant YESTERDAY = NOW.minusSeconds(86_400);

    private static void assertProblem(FieldProblem expected, PortOutPin pin, boolean required) {
        var leave = new PortOutEligibility(TestPinPolicy.of(required), TestPinPolicy.life(),
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals(Optional.ofNullable(expected), leave.problem(Optional.ofNullable(pin)));
    }

    @Test
    void asksForAPinUnlessTheProviderSaysOtherwise() {
        assertProblem(FieldProblem.PORT_OUT_NEEDS_PIN, null, true);
        assertProblem(null, null, false);
        assertProblem(null, TestPinPolicy.pin(YESTERDAY), true);
    }

    @Test
    void refusesAPinThatCannotBeUsedWhateverTheProviderSays() {
        var compromised = TestPinPolicy.pin(YESTERDAY);
        compromised.compromisedAt = YESTERDAY;
        var used = TestPinPolicy.pin(YESTERDAY);
        used.usedAt = YESTERDAY;
        for (boolean required : new boolean[] {true, false}) {
            assertProblem(FieldProblem.PIN_COMPROMISED, compromised, required);
            assertProblem(FieldProblem.PIN_USED, used, required);
            assertProblem(FieldProblem.PIN_EXPIRED, TestPinPolicy.pin(Instant.parse("2026-05-01T17:00:00Z")), required);
        }
    }
}
