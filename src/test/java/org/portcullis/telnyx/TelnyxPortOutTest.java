package org.portcullis.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelnyxPortOutTest {

    private static final Instant THEN = Instant.parse("2026-06-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING, 1, false", "PENDING, AUTHORIZED, 1, true", "PENDING, AUTHORIZED, -1, true", "PENDING, CANCELED, -1, true",
        "PENDING, PORTED, 1, true", "PENDING, REJECTED_PENDING, 1, true",
        "AUTHORIZED, PENDING, 1, false", "AUTHORIZED, AUTHORIZED, 1, false", "AUTHORIZED, PORTED, -1, true", "AUTHORIZED, CANCELED, 1, true",
        "AUTHORIZED, REJECTED_PENDING, 1, true", "AUTHORIZED, REJECTED_PENDING, -1, false", "AUTHORIZED, REJECTED_PENDING, 0, false",
        "REJECTED_PENDING, PENDING, 1, false", "REJECTED_PENDING, AUTHORIZED, 1, true", "REJECTED_PENDING, AUTHORIZED, -1, false",
        "REJECTED_PENDING, REJECTED, -1, true",
        "PORTED, PENDING, 1, false", "PORTED, AUTHORIZED, 1, false", "PORTED, CANCELED, 1, true", "PORTED, CANCELED, -1, false",
        "CANCELED, PENDING, 1, false", "CANCELED, AUTHORIZED, 1, false", "CANCELED, REJECTED_PENDING, 1, false", "CANCELED, CANCELED, 1, false",
        "REJECTED, PENDING, 1, false", "REJECTED, PORTED, 1, true"})
    void heedsEventsInWhateverOrderTheyCome(TelnyxStatus known, TelnyxStatus told, int secondsLater, boolean isNews) {
        var portOut = new TelnyxPortOut();
        portOut.status = known;
        portOut.statusAt = THEN;
        assertEquals(isNews, portOut.advance(told, THEN.plusSeconds(secondsLater)));
        assertEquals(isNews ? told : known, portOut.status);
    }
}
