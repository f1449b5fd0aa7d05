package org.portcullis.portout.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.TestLimits;
import org.portcullis.partner.TelnyxHttp.Fault;
import org.portcullis.partner.TelnyxPlatform.Fate;
import org.portcullis.partner.TelnyxPlatform.Status;
import org.portcullis.portout.AdminApproval;
import org.portcullis.settings.TestKeys;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Page;
import org.portcullis.testing.Row;
import org.portcullis.testing.TelnyxAccount;
import org.portcullis.testing.Visitor;

/** From a webhook to the message to Telnyx, in the test's own process and against a stand-in for Telnyx. */
@QuarkusTest
class TelnyxResourceTest extends TelnyxTest {

    private static final String NEEDED = "Decision needed";

    @Inject
    MeterRegistry metrics;

    @Inject
    AdminApproval word;

    @BeforeEach
    void ask() {
        ask(PIN);
    }

    private String event(String status, String pin) {
        return event(status, pin, clock.instant(), 1);
    }

    private String event(String status, String pin, Instant occurredAt, int attempt) {
        var payload = new JsonObject().put("id", portOut).put("status", status).put("carrier_name", carrier)
                .put("spid", "073H")
                .put("phone_numbers", new JsonArray().add(number)).put("attempted_pin", pin)
                .put("subscriber_name", "Ada");
        return new JsonObject().put("data",
                new JsonObject().put("event_type", "portout.status_changed").put("id", UUID.randomUUID().toString())
                        .put("occurred_at", occurredAt.toString()).put("payload", payload).put("record_type", "event"))
                .put("meta", new JsonObject().put("attempt", attempt)).encode();
    }

    private Page send(String body) {
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        return send(body, timestamp, TelnyxAccount.signed(timestamp, body));
    }

    private static Page send(String body, String timestamp, String signature) {
        return Visitor.inEnglish().with("telnyx-timestamp", timestamp).with("telnyx-signature-ed25519", signature)
                .send("POST", WEBHOOK, body, "application/json");
    }

    /** Builds the webhook itself, so that the test controls the PIN and all other values. */
    @Override
    void announce(String pin) {
        assertEquals(200, send(event("pending", pin)).status());
    }

    private String reason() {
        return telnyx.answers(portOut).get(0).reason();
    }

    /** Makes the request await the admin's approval. */
    private void awaitWord() {
        announce(WRONG_PIN);
        Row.update(
                "update port_out_request set verdict = 'AWAITING_APPROVAL', refusals = 'AWAITING_APPROVAL', answer_by = ? where asker_name = ?",
                clock.instant().plus(Duration.ofHours(21)).atOffset(ZoneOffset.UTC), carrier);
        Row.update("update telnyx_port_out set decision = null, next_attempt_at = ? where id = ?",
                clock.instant().plus(Duration.ofHours(22)).atOffset(ZoneOffset.UTC), portOut);
    }

    @Test
    void authorizesWithTheRightPin() {
        announce(PIN);
        assertEquals("ALLOWED", request().get("verdict"));
        assertNotNull(request().get("silence_ends_at"));
        var order = orders().get(0);
        assertEquals("PROCESSING", order.get("state"));
        var visitor = Visitor.inEnglish().signedInAs(admin);
        var page = visitor.get("/port-orders/" + order.get("pon"));
        assertTrue(page.text().contains("The carrier was not told yet"), page.text());
        assertTrue(page.text().contains("23 h 59 min left"), page.text());
        assertTrue(Visitor.inFrench().signedInAs(admin).get("/port-orders/" + order.get("pon")).text()
                .contains("encore 23 h 59 min"));
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
        assertEquals(List.of("AUTHORIZED null"), told());
        assertNotNull(row().get("told_at"));
        assertNull(row().get("next_attempt_at"));
        assertNull(request().get("silence_ends_at"));
        assertFalse(visitor.get("/port-orders/" + order.get("pon")).text().contains("was not told yet"));
        teller.look();
        assertEquals(1, told().size(), "once is enough");
    }

    @Test
    void rejectsAWrongOneAndAMissingOne() {
        announce(WRONG_PIN);
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals(List.of("REJECTED_PENDING 1002"), told());
        assertEquals("The PIN is invalid.", reason());
        assertEquals("REFUSED", request().get("verdict"));
        assertNull(request().get("silence_ends_at"));
        assertEquals(List.of(), orders());
    }

    @Test
    void saysInWordsWhyNot() {
        Row.update("update telephone_number set active = false where number = ?", number);
        announce(PIN);
        teller.look();
        assertEquals(List.of("REJECTED_PENDING 1001"), told());
        assertEquals("At least one number is not active.", reason());
    }

    @Test
    void answersWhatIsNotSignedWithABareStatus() {
        var body = event("pending", PIN);
        var now = String.valueOf(clock.instant().getEpochSecond());
        var old = String.valueOf(clock.instant().getEpochSecond() - 301);
        var good = TelnyxAccount.signed(now, body);
        var wrong = List.of(send(body, now, "AAAA"), send(body + " ", now, good),
                send(body, old, TelnyxAccount.signed(old, body)),
                send(body, "", good),
                Visitor.inEnglish().with("telnyx-timestamp", now).send("POST", WEBHOOK, body, "application/json"),
                Visitor.inEnglish().with("telnyx-signature-ed25519", good).send("POST", WEBHOOK, body,
                        "application/json"));
        wrong.forEach(page -> assertEquals("401 ", page.status() + " " + page.text()));
        assertEquals("400 ", send("{\"data\":\"" + PIN + "\"}").status() + " " + send("{").text());
        var large = "{" + " ".repeat(1 << 20);
        assertEquals("413 ", send(large).status() + " " + send(large).text());
        assertEquals(413, send("{" + " ".repeat(4 << 20)).status());
        assertEquals("405 ", Visitor.inEnglish().get(WEBHOOK).status() + " " + Visitor.inEnglish().get(WEBHOOK).text());
        assertEquals(List.of(), requests());
        assertEquals(List.of(), Row.select("select * from telnyx_port_out where id = ?", portOut));
    }

    @Test
    void takesWhatIsSignedButNotForIt() {
        assertEquals(200,
                send("{\"data\":{\"event_type\":\"message.received\",\"payload\":{\"text\":\"Hello\"}}}").status());
        assertEquals(200,
                send("{\"data\":{\"event_type\":\"portout.new_comment\",\"payload\":{\"id\":\"" + portOut + "\"}}}")
                        .status());
        assertEquals(200, send(event("a-new-status", PIN)).status());
        assertEquals(List.of(), Row.select("select * from telnyx_port_out where id = ?", portOut));
    }

    @Test
    void tellsTheDeskOfAnAnnouncementThatCanNotBeRead() {
        var desk = Fixtures.desk();
        var french = Fixtures.desk().prefers("fr-FR", "Europe/Paris");
        var closed = closed();
        assertEquals(200, send(event("pending", PIN).replace("\"" + portOut + "\"", "\"port out 7\"")).status());
        assertEquals(closed + 1, closed());
        assertEquals(List.of("Warning: an announcement of Telnyx can’t be read: " + carrier), mails(desk.email()));
        assertEquals(List.of("Alerte : une annonce de Telnyx est illisible : " + carrier),
                mails(french.email()).stream().map(Page::folded)
                        .map(subject -> subject.replace("'", "’")).toList());
        assertEquals(200, send(event("pending", PIN).replace("\"status\":\"pending\"", "\"status\":null")).status());
        assertEquals(closed + 2, closed());
        assertEquals(2, mails(desk.email()).size());
        assertEquals(List.of(), requests());
    }

    private double closed() {
        return metrics.find("portcullis.port.out.closed").tag("channel", "TELNYX").counters().stream()
                .mapToDouble(Counter::count).sum();
    }

    @Test
    void findsWhatWasNeverAnnouncedAndRejectsItInTime() {
        var desk = Fixtures.desk();
        look.look();
        assertEquals(List.of(), Row.select("select * from telnyx_port_out where id = ?", portOut),
                "the webhook may be on its way: the time is now");
        pass(Duration.ofMinutes(6));
        look.look();
        look.look();
        assertEquals(List.of("A port-out at Telnyx was never announced: " + carrier), mails(desk.email()));
        teller.look();
        assertEquals(List.of(), told());
        pass(Duration.ofHours(22).minusMinutes(5));
        teller.look();
        assertEquals(List.of("REJECTED_PENDING 1001"), told());
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
    }

    @Test
    void decidesWhatIsAnnouncedAfterItWasFound() {
        pass(Duration.ofMinutes(6));
        look.look();
        announce(PIN);
        teller.look();
        assertEquals(List.of("AUTHORIZED null"), told());
    }

    @Test
    void looksAgainWhereTelnyxWasNotThere() {
        pass(Duration.ofMinutes(6));
        telnyx.api().fail(Fault.UNAVAILABLE);
        look.look();
        assertEquals(List.of(), Row.select("select * from telnyx_port_out where id = ?", portOut));
        look.look();
        assertEquals("PENDING", row().get("status"));
    }

    @Test
    void decidesOnceHoweverOftenItIsAnnounced() {
        var threads = Executors.newFixedThreadPool(4);
        var now = clock.instant();
        CompletableFuture.allOf(Stream.of(1, 2, 3, 4).map(attempt -> CompletableFuture.runAsync(
                () -> assertEquals(200, send(event("pending", PIN, now, attempt)).status()), threads))
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        pass(Duration.ofHours(3));
        assertEquals(200, send(event("pending", PIN, now, 5)).status());
        assertEquals("ALLOWED", request().get("verdict"));
        assertEquals(1, orders().size());
    }

    @Test
    void tellsOnceHoweverManyTellAtOnce() {
        announce(PIN);
        var threads = Executors.newFixedThreadPool(4);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(teller::look, threads)).limit(4)
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        assertEquals(1, told().size());
    }

    @Test
    void leavesWhatIsOverAlone() {
        assertEquals(200, send(event("canceled", null)).status());
        announce(PIN);
        teller.look();
        assertEquals("CANCELED", row().get("status"));
        assertEquals(List.of(), requests());
        assertEquals(List.of(), told());
    }

    @Test
    void cancelsTheOrderThatTheCarrierNoLongerWants() {
        announce(PIN);
        teller.look();
        assertEquals(200, send(event("authorized", null)).status());
        assertEquals(200, send(event("canceled", null)).status());
        assertEquals(200, send(event("canceled", null)).status());
        assertEquals(200, send(event("authorized", null)).status());
        assertEquals("CANCELLED", orders().get(0).get("state"));
        assertEquals(1,
                Row.select("select note from port_order_transition where note = 'Telnyx: canceled' and order_id = ?",
                        UUID.fromString(orders().get(0).get("id"))).size());
        assertEquals(List.of(), mails(admin.email()), "of silence");
    }

    @Test
    void triesAgainUntilTelnyxIsThere() {
        announce(PIN);
        telnyx.api().fail(Fault.BROKEN);
        teller.look();
        assertEquals("HTTP 500", row().get("failure"));
        teller.look();
        assertEquals(1, telnyx.api().calls().size(), "not before its time");
        pass(Duration.ofSeconds(13));
        telnyx.api().fail(Fault.UNKNOWN_KEY);
        teller.look();
        assertEquals("HTTP 401", row().get("failure"));
        pass(Duration.ofSeconds(25));
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
        assertNull(row().get("failure"));
        assertEquals("3", row().get("attempts"));
        assertTrue(log.stream().anyMatch(line -> line.contains("Could not tell Telnyx")), "it is said in the log");
    }

    @Test
    void takesUpWhatAProcessThatDiedHasLeft() {
        announce(PIN);
        Row.update("update telnyx_port_out set attempts = 1, next_attempt_at = ? where id = ?",
                clock.instant().plus(Duration.ofMinutes(2)).atOffset(ZoneOffset.UTC), portOut);
        telnyx.answerByHand(portOut, Status.AUTHORIZED, "By hand");
        teller.look();
        assertEquals(List.of(), telnyx.api().changes(portOut));
        pass(Duration.ofMinutes(3));
        teller.look();
        assertEquals(1, telnyx.api().changes(portOut).size());
        assertNotNull(row().get("told_at"), "it had been told");
    }

    @Test
    void findsTheDecisionThatNobodyCameBackToSay() {
        announce(PIN);
        Row.update("update telnyx_port_out set request_id = null, decision = null where id = ?", portOut);
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
    }

    @Test
    void tellsWhatAnAdminDecidesLater() {
        awaitWord();
        teller.look();
        assertEquals(List.of(), told());
        word.approve(
                new Person(admin.id(), admin.name(), admin.email(), "admin", organization.id(), organization.name()),
                UUID.fromString(request().get("id")), "10.0.0.1");
        teller.look();
        assertEquals(List.of("AUTHORIZED null"), told());
        assertEquals(1, orders().size());
    }

    @Test
    void warnsOnceAndRejectsWhatNobodyDecides() {
        var desk = Fixtures.desk();
        awaitWord();
        pass(Duration.ofHours(19));
        teller.look();
        assertEquals(List.of(), mails(admin.email()));
        pass(Duration.ofHours(1).plusMinutes(1));
        teller.look();
        teller.look();
        assertEquals(List.of("Decision needed soon on a request for numbers: " + carrier), mails(admin.email()));
        assertEquals(List.of("Decision needed soon on a request for numbers: " + carrier), mails(desk.email()));
        assertTrue(body(admin, NEEDED).contains(":8080/port-out-requests/" + request().get("id")), body(admin, NEEDED));
        assertTrue(body(desk, NEEDED).contains(":8080/desk/port-out-requests/" + request().get("id")),
                "the desk can't open the other one: " + body(desk, NEEDED));
        assertEquals(List.of(), told());
        Row.update("update port_out_request set answer_by = ? where asker_name = ?",
                Instant.parse("2100-01-01T00:00:00Z").atOffset(ZoneOffset.UTC), carrier);
        pass(Duration.ofHours(2));
        teller.look();
        assertEquals(List.of("REJECTED_PENDING 1001"), told());
        assertEquals("REFUSED", request().get("verdict"));
        assertEquals("WORD_EXPIRED", request().get("refusals"));
    }

    @Test
    void warnsOfWhatTelnyxCanNotBeTold() {
        announce(WRONG_PIN);
        pass(Duration.ofHours(20).plusMinutes(1));
        telnyx.api().fail(Fault.UNAVAILABLE);
        teller.look();
        assertEquals(List.of("Telnyx could not be told yet: " + carrier), mails(admin.email()));
        pass(Duration.ofHours(1));
        teller.look();
        assertEquals(Fate.STAYS, telnyx.fate(portOut));
        assertEquals(1, mails(admin.email()).size());
    }

    @Test
    void saysAtOnceThatNumbersLeaveAgainstTheDecision() {
        announce(WRONG_PIN);
        telnyx.answerByHand(portOut, Status.AUTHORIZED, "By hand");
        teller.look();
        assertEquals(List.of("Warning: numbers leave without a decision: " + carrier), mails(admin.email()));
        assertNull(row().get("next_attempt_at"));
        assertEquals(200, send(event("authorized", null)).status());
        assertEquals(1, mails(admin.email()).size());
    }

    @Test
    void wantsItAgainWhatItCouldNotDecide() {
        Row.update("update port_out_pin set key_id = 'lost' where organization_id = ?", organization.id());
        assertEquals("503 ", send(event("pending", PIN)).status() + " ");
        assertNull(row().get("request_id"));
        Row.update("update port_out_pin set key_id = ? where organization_id = ?", TestKeys.OF_PORTALS,
                organization.id());
        pass(Duration.ofSeconds(61));
        announce(PIN);
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
    }

    @Test
    void wantsItAgainWhatFindsNoPlace() {
        var limits = new TestLimits().with(CostlyWork.VERDICT, 2, 1).install();
        var turn = limits.enter(CostlyWork.VERDICT, "telnyx");
        var refused = send(event("pending", PIN));
        assertEquals(503, refused.status());
        assertEquals("5", refused.header("Retry-After").orElseThrow());
        assertNull(row().get("request_id"), "it is known, and undecided");
        assertNotNull(row().get("next_attempt_at"), "it is rejected before silence is a yes");
        turn.close();
        announce(PIN);
        teller.look();
        assertEquals(Fate.LEAVES, telnyx.fate(portOut));
    }

    @Test
    void rejectsInTheEndWhatItCouldNeverDecide() {
        Row.update("update port_out_pin set key_id = 'lost' where organization_id = ?", organization.id());
        assertEquals(503, send(event("pending", PIN)).status());
        pass(Duration.ofHours(22).plusSeconds(1));
        teller.look();
        assertEquals(List.of("REJECTED_PENDING 1001"), told());
        assertEquals("The request could not be decided in time.", reason());
        assertNotNull(row().get("told_at"));
    }
}
