package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.portout.telnyx.TelnyxEvent.MalformedException;

class TelnyxEventTest {

    private static final Instant NOW = Instant.parse("2026-06-02T10:00:00Z");

    private static TelnyxEvent read(String body) throws MalformedException {
        return TelnyxEvent.of(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static TelnyxEvent payload(String fields) throws MalformedException {
        return read(
                "{\"data\":{\"event_type\":\"portout.status_changed\",\"id\":\"3b19372e\",\"occurred_at\":\"2026-06-02T09:46:27Z\","
                        + "\"payload\":{\"id\":\"477bf6c3-c6b9-478a-a035-33bd785d6ae7\",\"status\":\"pending\"" + fields
                        + "},\"record_type\":\"event\"},"
                        + "\"meta\":{\"attempt\":1}}");
    }

    @Test
    void readsWhatIsDocumented() throws MalformedException {
        var event = payload(
                ",\"attempted_pin\":\"482913\",\"carrier_name\":\"Onvoy\",\"phone_numbers\":[\"+12065550100\",\"2065550101\"],"
                        + "\"spid\":\"073H\",\"subscriber_name\":null,\"end_user_name\":\"Ada\",\"zip\":\"98101\",\"pon\":\" X1\\u0000 \"");
        assertTrue(event.isOfPortOut());
        assertEquals("477bf6c3-c6b9-478a-a035-33bd785d6ae7", event.id());
        assertEquals(TelnyxStatus.PENDING, event.status().orElseThrow());
        assertEquals(Instant.parse("2026-06-02T09:46:27Z"), event.occurredAt());
        assertEquals(List.of("+12065550100", "+12065550101"), event.numbers());
        assertEquals("482913", event.pin());
        assertEquals("Onvoy", event.carrier());
        assertEquals("Ada", event.subscriber());
        assertEquals("98101", event.zip());
        assertEquals("X1", event.pon());
        assertNull(event.accountNumber());
        assertFalse(event.toString().contains("482913"));
    }

    @Test
    void doesWithoutWhatIsMissing() throws MalformedException {
        var event = payload("");
        assertNull(event.pin());
        assertEquals("Telnyx", event.carrier());
        assertEquals(List.of(), event.numbers());
        assertEquals("482913", payload(",\"attempted_pin\":482913").pin());
        assertNull(payload(",\"attempted_pin\":{\"a\":1}").pin());
    }

    @Test
    void takesNoNumberWhereOneCanNotBeRead() throws MalformedException {
        for (String numbers : List.of("\"+12065550100\"", "[\"+12065550100\",\"x\"]", "[\"+12065550100\",null]", "[[]]",
                "[\"+1206555010000000000\"]")) {
            assertEquals(List.of(), payload(",\"phone_numbers\":" + numbers).numbers(), numbers);
        }
    }

    @Test
    void cutsWhatIsLongerThanItsPlace() throws MalformedException {
        assertEquals(70, payload(",\"carrier_name\":\"" + "x".repeat(500) + "\"").carrier().length());
    }

    @Test
    void countsFromNowWhereTheTimeIsNone() throws MalformedException {
        assertEquals(NOW, read("{\"data\":{\"occurred_at\":\"yesterday\"}}").occurredAt());
        assertEquals(NOW, read("{\"data\":{\"occurred_at\":\"2026-06-02T10:00:01Z\"}}").occurredAt());
        assertEquals(NOW, read("{\"data\":{}}").occurredAt());
    }

    @Test
    void leavesOtherEventsAlone() throws MalformedException {
        assertFalse(
                read("{\"data\":{\"event_type\":\"message.received\",\"payload\":{\"id\":\"x y\"}}}").isOfPortOut());
        assertFalse(read("{\"data\":{\"event_type\":\"portout.new_comment\"}}").isOfPortOut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"payload\":7", ",\"payload\":{\"id\":\"../../x\",\"status\":\"pending\"}",
        ",\"payload\":{\"id\":\"1\",\"status\":null}",
        ",\"payload\":{\"id\":\"1\",\"status\":7}", ",\"payload\":{\"id\":1,\"status\":\"pending\"}",
        ",\"payload\":{\"status\":\"pending\"}"})
    void knowsAPortOutThatNobodyCanTellFromOthers(String payload) throws MalformedException {
        var event = read("{\"data\":{\"event_type\":\"portout.status_changed\"" + payload + "}}");
        assertTrue(event.isOfPortOut());
        assertFalse(event.isUsable());
        assertTrue(payload("").isUsable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "7", "null", "{}", "{\"data\":7}",
        "{\"data\":{\"payload\":{\"attempted_pin\":\"482913\"}"})
    void quotesNothingOfWhatIsNoEvent(String body) {
        var malformed = assertThrows(MalformedException.class, () -> read(body));
        assertNull(malformed.getCause());
        assertFalse(malformed.getMessage().contains("482913"));
    }
}
