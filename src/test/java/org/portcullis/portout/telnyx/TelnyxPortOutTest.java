package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelnyxPortOutTest {

    private static final Instant THEN = Instant.parse("2026-06-02T10:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING, 1, false", "PENDING, AUTHORIZED, 1, true", "PENDING, AUTHORIZED, -1, true",
        "PENDING, CANCELED, -1, true",
        "PENDING, PORTED, 1, true", "PENDING, REJECTED_PENDING, 1, true",
        "AUTHORIZED, PENDING, 1, false", "AUTHORIZED, AUTHORIZED, 1, false", "AUTHORIZED, PORTED, -1, true",
        "AUTHORIZED, CANCELED, 1, true",
        "AUTHORIZED, REJECTED_PENDING, 1, true", "AUTHORIZED, REJECTED_PENDING, -1, false",
        "AUTHORIZED, REJECTED_PENDING, 0, false",
        "REJECTED_PENDING, AUTHORIZED, 1, true", "REJECTED_PENDING, AUTHORIZED, -1, false",
        "REJECTED_PENDING, REJECTED, -1, true",
        "PORTED, PENDING, 1, false", "PORTED, AUTHORIZED, 1, false", "PORTED, CANCELED, 1, true",
        "PORTED, CANCELED, -1, false",
        "CANCELED, PENDING, 1, false", "CANCELED, AUTHORIZED, 1, false", "CANCELED, REJECTED_PENDING, 1, false",
        "CANCELED, CANCELED, 1, false",
        "REJECTED, PENDING, 1, false", "REJECTED, PORTED, 1, true"})
    void heedsEventsInWhateverOrderTheyCome(TelnyxStatus known, TelnyxStatus told, int secondsLater, boolean isNews) {
        var portOut = in(known);
        assertEquals(isNews, portOut.advance(told, THEN.plusSeconds(secondsLater), NOW));
        assertEquals(isNews ? told : known, portOut.status);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, 1, false", "AUTHORIZED, 1, false", "REJECTED_PENDING, 1, true", "REJECTED_PENDING, 0, false",
        "REJECTED_PENDING, -1, false", "REJECTED, 1, false", "CANCELED, 1, false", "PORTED, 1, false"})
    void waitsAnewOnlyAfterARejectionThatWasReviewed(TelnyxStatus known, int secondsLater, boolean isReopened) {
        assertEquals(isReopened, in(known).isReopenedAt(THEN.plusSeconds(secondsLater)));
    }

    @ParameterizedTest
    @CsvSource({"REJECTED_PENDING, -1, false", "REJECTED_PENDING, 0, false", "REJECTED_PENDING, 1, true",
        "AUTHORIZED, -1, false",
        "AUTHORIZED, 1, true", "CANCELED, -1, true", "PORTED, -1, true"})
    void heedsNothingOfBeforeItWaitedAnew(TelnyxStatus told, int secondsLater, boolean isNews) {
        var portOut = in(TelnyxStatus.REJECTED_PENDING);
        var reopened = THEN.plusSeconds(30);
        portOut.reopen(reopened, reopened.plusSeconds(3600), NOW);
        assertEquals(isNews, portOut.advance(told, reopened.plusSeconds(secondsLater), NOW));
    }

    @Test
    void remembersWhichRejectionsWereInvalid() {
        var portOut = in(TelnyxStatus.REJECTED_PENDING);
        for (Integer code : new Integer[] {1002, null, 1001, 1001}) {
            portOut.rejectionCode = code;
            portOut.reopen(NOW, NOW.plusSeconds(3600), NOW);
            assertNull(portOut.rejectionCode);
        }
        assertEquals(Set.of(1001, 1002), portOut.invalidCodes());
        assertEquals(4, portOut.invalidRejections);
        assertTrue(portOut.isOpen());
    }

    @Test
    void movesToALaterWordOfTheDateOnly() {
        var portOut = in(TelnyxStatus.AUTHORIZED);
        var foc = Instant.parse("2026-06-09T15:00:00Z");
        assertTrue(portOut.moveTo(foc, THEN));
        assertFalse(portOut.moveTo(foc, THEN.plusSeconds(1)), "said twice");
        assertFalse(portOut.moveTo(foc.plusSeconds(60), THEN), "said before");
        assertEquals(foc, portOut.focAt);
        assertTrue(portOut.moveTo(foc.plusSeconds(60), THEN.plusSeconds(2)));
    }

    private static TelnyxPortOut in(TelnyxStatus status) {
        var portOut = new TelnyxPortOut();
        portOut.status = status;
        portOut.statusAt = THEN;
        return portOut;
    }
}
