package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.partner.TelnyxHttp.Fault;
import org.portcullis.partner.TelnyxPlatform.Answer;
import org.portcullis.partner.TelnyxPlatform.Code;
import org.portcullis.partner.TelnyxPlatform.Fate;
import org.portcullis.partner.TelnyxPlatform.Request;
import org.portcullis.partner.TelnyxPlatform.Status;
import org.portcullis.partner.TelnyxPlatform;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.telnyx.TelnyxApi.FailedException;
import org.portcullis.portout.telnyx.TelnyxApi.Message;
import org.portcullis.portout.telnyx.TelnyxApi.Standing;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.TelnyxAccount;

/** The client of Telnyx's API, which Quarkus generates at build time, against a stand-in for Telnyx. */
@QuarkusTest
class TelnyxApiTest extends PortalTest {

    private static final Message YES = new Message(Decision.AUTHORIZE, "Yes.", List.of(), false, Set.of());
    private static final Message NO = new Message(Decision.REJECT, "Locked.", List.of(Refusal.LOCKED), false, Set.of());
    private static final Message WRONG_PIN = new Message(Decision.REJECT, "The PIN is invalid.",
            List.of(Refusal.PIN_INVALID), true, Set.of());
    private static final Duration WAIT = Duration.ofMillis(1_500);

    @Inject
    ObjectMapper json;

    private TelnyxPlatform telnyx;
    private TelnyxApi api;
    private String id;

    @BeforeEach
    void open() {
        telnyx = new TelnyxPlatform(TelnyxAccount.API_KEY, TelnyxAccount.keys(),
                URI.create("http://127.0.0.1:9/webhook"));
        id = telnyx.open(new Request(List.of("+12065550100"), "Carrier 7", null, null, null));
        api = api(TelnyxAccount.API_KEY);
    }

    private TelnyxApi api(String key) {
        return new TelnyxApi(URI.create(telnyx.url() + "/"), key, WAIT, json);
    }

    @AfterEach
    void close() {
        telnyx.close();
    }

    private FailedException fails(TelnyxApi with, Message message) {
        var failed = assertThrows(FailedException.class, () -> with.tell(id, message));
        assertFalse(failed.getMessage().contains("secret"), failed.getMessage());
        assertNull(failed.getCause());
        assertEquals(Fate.WAITS, telnyx.fate(id));
        return failed;
    }

    private Answer answer() {
        assertEquals(1, telnyx.answers(id).size());
        return telnyx.answers(id).get(0);
    }

    @Test
    void authorizes() throws FailedException {
        var told = api.tell(id, YES);
        assertEquals(TelnyxStatus.AUTHORIZED, told.standing().status());
        assertEquals("AUTHORIZED null Yes.", answer().status() + " " + answer().code() + " " + answer().reason());
    }

    @ParameterizedTest
    @CsvSource({"true, 1001:1002, 1002", "true, 1001, 1001", "false, 1001:1002, 1001", "false, 1002:1003, 1002",
        "true, 1003, 1003"})
    void rejectsWithACodeThatIsListed(boolean isAboutPin, String listed, int code) throws FailedException {
        telnyx.list(Arrays.stream(listed.split(":"))
                .map(each -> new Code(Integer.parseInt(each), "A reason", each.equals("1001")))
                .toArray(Code[]::new));
        var message = isAboutPin ? WRONG_PIN : NO;
        var told = api.tell(id, message);
        assertEquals(TelnyxStatus.REJECTED_PENDING, told.standing().status());
        assertEquals(code, told.code());
        assertEquals(code, answer().code());
        assertEquals(message.words(), answer().reason());
    }

    @Test
    void rejectsEvenWhereNoCodesAreToBeHad() throws FailedException {
        telnyx.api().fail(Fault.UNPROCESSABLE);
        assertEquals(1002, api.tell(id, WRONG_PIN).code());
        assertEquals(Fate.STAYS, telnyx.fate(id));
    }

    @Test
    void rejectsWithWordsWhereTelnyxDoesNotTakeTheCode() throws FailedException {
        telnyx.list(Code.OTHER);
        telnyx.api().fail(Fault.UNPROCESSABLE);
        assertEquals(1001, api.tell(id, WRONG_PIN).code(), "of the two that could be, 1002 is not eligible");
        assertEquals(Fate.STAYS, telnyx.fate(id));
    }

    @ParameterizedTest
    @CsvSource({"AUTHORIZED, AUTHORIZED", "PORTED, PORTED", "CANCELED, CANCELED", "REJECTED_PENDING, REJECTED_PENDING",
        "REJECTED, REJECTED"})
    void findsOutWhereAPortOutStandsThatCanNotBeMoved(Status there, TelnyxStatus status) throws FailedException {
        switch (there) {
            case CANCELED -> telnyx.cancel(id);
            case AUTHORIZED, PORTED -> telnyx.answerByHand(id, Status.AUTHORIZED, "By hand");
            default -> telnyx.answerByHand(id, Status.REJECTED_PENDING, "By hand");
        }
        if (there == Status.PORTED) {
            telnyx.port(id);
        } else if (there == Status.REJECTED) {
            telnyx.acceptRejection(id);
        }
        assertEquals(status, api.tell(id, YES).standing().status());
        assertEquals(status, api.tell(id, NO).standing().status());
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_KEY, HTTP 401, true", "TOO_MANY, HTTP 429, true", "BROKEN, HTTP 500, true",
        "UNAVAILABLE, HTTP 503, true",
        "UNPROCESSABLE, HTTP 422, false", "MOVED, HTTP 302, false", "RUBBISH, HTTP 200, false",
        "EMPTY, HTTP 200, false",
        "OTHER_JSON, HTTP 200, false"})
    void failsWhereTelnyxDoes(Fault fault, String reason, boolean isOfEveryPortOut) {
        telnyx.api().fail(fault);
        var failed = fails(api, YES);
        assertEquals(reason, failed.getMessage());
        assertEquals(isOfEveryPortOut, failed.isOfEveryPortOut());
    }

    @ParameterizedTest
    @CsvSource({"CUT", "SILENT", "ENDLESS", "RUBBISH"})
    void believesNoRejectionThatTelnyxDidNotTake(Fault fault) {
        telnyx.api().fail(Fault.UNPROCESSABLE, fault, fault, fault, fault);
        fails(api, NO);
        assertEquals(List.of(), telnyx.answers(id));
    }

    @Test
    void findsOutThatItWasHeardThoughTheAnswerWasLost() throws FailedException {
        telnyx.api().fail(Fault.DONE_AND_CUT);
        assertThrows(FailedException.class, () -> api.tell(id, YES));
        assertEquals(TelnyxStatus.AUTHORIZED, api.tell(id, YES).standing().status());
        assertEquals(1, telnyx.answers(id).size());
    }

    @Test
    void listsEveryPageOfWhatIsPending() throws FailedException {
        var since = Instant.parse("2026-06-02T10:00:00Z");
        var expected = new ArrayList<String>(List.of(id));
        for (int i = 0; i < 45; i++) {
            expected.add(telnyx.open(new Request(List.of("+12065550100"), null, null, null, null), Instant.now()));
        }
        telnyx.answerByHand(telnyx.open(new Request(List.of("+12065550100"), "Carrier 8", null, null, null)),
                Status.AUTHORIZED, "By hand");
        var found = api.pending(Clock.systemUTC().instant());
        assertEquals(Set.copyOf(expected), found.stream().map(Standing::id).collect(Collectors.toSet()));
        assertEquals(46, found.size());
        assertEquals("Carrier 7",
                found.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow().carrier());
        assertTrue(found.stream().allMatch(each -> each.createdAt().isAfter(since)));
    }

    @Test
    void readsDateAndComments() throws FailedException {
        assertNull(api.get(id).orElseThrow().focAt());
        var foc = Instant.parse("2026-06-09T15:00:00Z");
        telnyx.setFocDate(id, foc);
        telnyx.comment(id, "First\nsecond line");
        telnyx.comment(id, " ");
        assertEquals(foc, api.get(id).orElseThrow().focAt());
        assertEquals(List.of("First\nsecond line"),
                api.comments(id, Instant.now()).stream().map(TelnyxApi.Comment::words).toList());
        assertEquals(Optional.empty(), api.get("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"));
    }

    @Test
    void skipsWhatItCanNotRead() throws FailedException {
        telnyx.api().fail(Fault.OTHER_JSON, Fault.OTHER_JSON);
        assertEquals(List.of(), api.pending(Instant.now()));
        assertEquals(List.of(), api.comments(id, Instant.now()));
        telnyx.api().fail(Fault.RUBBISH);
        assertEquals("Unreadable", assertThrows(FailedException.class, () -> api.pending(Instant.now())).getMessage());
    }

    @Test
    void failsWithAWrongKeyAndNeverNamesIt() {
        assertEquals("HTTP 401", fails(api("KEY-wrong-secret"), NO).getMessage());
        assertFalse(api("KEY-wrong-secret").toString().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({"SILENT", "SLOW"})
    void waitsForNoAnswerForEver(Fault fault) {
        telnyx.api().fail(fault);
        var failed = fault == Fault.SLOW ? assertThrows(FailedException.class, () -> api.get(id)) : fails(api, YES);
        assertTrue(failed.getMessage().contains("Timeout"), failed.getMessage());
        assertTrue(failed.isOfEveryPortOut());
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        telnyx.api().fail(Fault.ENDLESS);
        assertTrue(Set.of("Too large", "Timeout")
                .contains(assertThrows(FailedException.class, () -> api.get(id)).getMessage()));
    }

    @Test
    void failsWhereNobodyListens() {
        telnyx.close();
        var failed = assertThrows(FailedException.class, () -> api.tell(id, YES));
        assertTrue(failed.getMessage().endsWith("ConnectException"), failed.getMessage());
        assertTrue(failed.isOfEveryPortOut());
    }
}
