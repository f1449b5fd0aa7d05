package org.portcullis.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.telnyx.TelnyxApi.FailedException;
import org.portcullis.telnyx.TelnyxApi.Message;
import org.portcullis.telnyx.TelnyxApi.Pending;
import org.portcullis.testing.TelnyxAccount;
import org.portcullis.testing.TelnyxStandIn;

class TelnyxApiTest {

    private static final String ID = "477bf6c3-c6b9-478a-a035-33bd785d6ae7";
    private static final Message YES = new Message(Decision.AUTHORIZE, "Yes.", false);
    private static final Message NO = new Message(Decision.REJECT, "Locked.", false);
    private static final Message WRONG_PIN = new Message(Decision.REJECT, "The PIN is invalid.", true);

    private final TelnyxStandIn telnyx = new TelnyxStandIn(0).with(ID, "pending");
    private final TelnyxApi api = api(TelnyxAccount.API_KEY);

    private TelnyxApi api(String key) {
        return new TelnyxApi(HttpClient.newHttpClient(), telnyx.url() + "/", key, Duration.ofMillis(500));
    }

    @AfterEach
    void close() {
        telnyx.close();
    }

    private FailedException fails(TelnyxApi with, Message message) {
        var failed = assertThrows(FailedException.class, () -> with.tell(ID, message));
        assertFalse(failed.getMessage().contains("secret"), failed.getMessage());
        assertEquals("pending", telnyx.status(ID));
        return failed;
    }

    @Test
    void authorizes() throws FailedException {
        assertEquals(TelnyxStatus.AUTHORIZED, api.tell(ID, YES));
        assertEquals("authorized", telnyx.status(ID));
        assertEquals("Yes.", telnyx.told(ID).get(0).body().getString("reason"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1001:1002, 1002", "true, 1001, 1001", "false, 1001:1002, 1001", "false, 1002:1003, 1002", "true, 1003, 1003"})
    void rejectsWithACodeThatIsListed(boolean isAboutPin, String listed, int code) throws FailedException {
        telnyx.listing(Arrays.stream(listed.split(":")).map(Integer::valueOf).toArray(Integer[]::new));
        var message = isAboutPin ? WRONG_PIN : NO;
        assertEquals(TelnyxStatus.REJECTED_PENDING, api.tell(ID, message));
        assertEquals(code, telnyx.told(ID).get(0).body().getInteger("rejection_code"));
        assertEquals(message.words(), telnyx.told(ID).get(0).body().getString("reason"));
    }

    @Test
    void rejectsEvenWhereNoCodesAreToBeHad() throws FailedException {
        telnyx.failing(422);
        assertEquals(TelnyxStatus.REJECTED_PENDING, api.tell(ID, WRONG_PIN));
        assertEquals(1002, telnyx.told(ID).get(0).body().getInteger("rejection_code"));
    }

    @ParameterizedTest
    @CsvSource({"authorized, AUTHORIZED", "ported, PORTED", "canceled, CANCELED", "rejected-pending, REJECTED_PENDING", "rejected, REJECTED"})
    void findsOutWhereAPortOutStandsThatCanNotBeMoved(String there, TelnyxStatus status) throws FailedException {
        telnyx.with(ID, there);
        assertEquals(status, api.tell(ID, YES));
        assertEquals(status, api.tell(ID, NO));
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "429, true", "500, true", "503, true", "422, false", "404, false", "302, false"})
    void failsWhereTelnyxDoes(int status, boolean isOfEveryPortOut) {
        telnyx.failing(status);
        var failed = fails(api, YES);
        assertEquals("HTTP " + status, failed.getMessage());
        assertEquals(isOfEveryPortOut, failed.isOfEveryPortOut());
    }

    @Test
    void listsEveryPageOfWhatIsPending() throws FailedException {
        var since = Instant.parse("2026-06-02T10:00:00Z");
        telnyx.with("5e1c6d38-6b0f", "pending").with("6f1c6d38-6b0f", "authorized").with("a strange id", "pending").since(since);
        assertEquals(List.of(new Pending(ID, "Carrier 477bf6c3", since), new Pending("5e1c6d38-6b0f", "Carrier 5e1c6d38", since)),
                api.pending(Instant.parse("2026-06-02T12:00:00Z")));
    }

    @Test
    void failsWithAWrongKeyAndNeverNamesIt() {
        assertEquals("HTTP 401", fails(api("KEY-wrong-secret"), NO).getMessage());
        assertFalse(api("KEY-wrong-secret").toString().contains("secret"));
    }

    @Test
    void waitsForNoAnswerForEver() {
        telnyx.failing(0);
        var failed = fails(api, YES);
        assertTrue(failed.getMessage().contains("Timeout"), failed.getMessage());
        assertTrue(failed.isOfEveryPortOut());
    }

    @Test
    void failsWhereNobodyListens() {
        telnyx.close();
        assertEquals("ConnectException", fails(api, YES).getMessage());
    }
}
