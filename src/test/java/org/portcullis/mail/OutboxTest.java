package org.portcullis.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.account.PasswordLinks;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.Mails;
import org.portcullis.testing.PortalTest;

@QuarkusTest
class OutboxTest extends PortalTest {

    private static final DeliveryFailure UNREACHABLE = new DeliveryFailure("ConnectException", false);
    private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");

    @Inject
    Outbox outbox;

    private final String reader = "reader-" + UUID.randomUUID() + "@example.com";

    private static Notice notice(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.findById(id));
    }

    private static boolean claim(UUID id, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> Notice.claim(id, now));
    }

    @Test
    void deliversEachNoticeOnceHoweverManyDeliverAtOnce() {
        var ids = IntStream.range(0, 80).mapToObj(i -> Fixtures.mail("Number " + i).to(reader).due().saved()).toList();
        var threads = Executors.newFixedThreadPool(4);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(outbox::deliver, threads)).limit(4)
                .toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        var mails = Mails.to(reader, ids.size());
        assertEquals(ids.size(), mails.size());
        assertEquals(ids.stream().map(id -> "<" + id + "@localhost>").collect(Collectors.toSet()),
                mails.stream().map(Mails.Mail::id).collect(Collectors.toSet()),
                "named alike if one is ever sent again");
    }

    @Test
    void putsNoLinkWhereSomebodyWroteWhatStandsForOne() {
        var written = PasswordLinks.placeholder(UUID.randomUUID());
        Fixtures.mail(written).to(reader).due().saved();
        outbox.deliver();
        assertEquals("The body of " + written, Mails.to(reader, 1).get(0).text().strip());
    }

    @Test
    void forgetsWhatItSaidOnceItIsSaid() {
        var id = Fixtures.mail("Secret").to(reader).due().saved();
        assertEquals("The body of Secret", Mails.to(reader, 1).get(0).text().strip());
        outbox.deliver();
        var sent = notice(id);
        assertEquals(Stage.SENT, sent.getStage());
        assertNull(sent.body);
        assertNull(sent.nextAttemptAt);
    }

    @Test
    void leavesAClaimedNoticeToItsProcessForTwoMinutes() {
        var id = Fixtures.mail("Claimed").saved();
        assertTrue(claim(id, YEAR_2100));
        assertFalse(claim(id, YEAR_2100.plus(Duration.ofSeconds(119))));
        assertTrue(claim(id, YEAR_2100.plus(Duration.ofSeconds(120))), "its process has died");
    }

    @Test
    void triesAgainLaterAndGivesUpInTheEnd() {
        var id = Fixtures.mail("In vain").triedInVain(19, "ConnectException").saved();
        QuarkusTransaction.requiringNew().run(() -> Notice.failed(id, 19, UNREACHABLE, YEAR_2100));
        assertEquals(YEAR_2100.plus(Duration.ofHours(6)), notice(id).nextAttemptAt);
        assertTrue(claim(id, YEAR_2100.plus(Duration.ofHours(7))));
        QuarkusTransaction.requiringNew().run(() -> Notice.failed(id, 20, UNREACHABLE, YEAR_2100));
        var failed = notice(id);
        assertEquals(Stage.FAILED, failed.getStage());
        assertEquals(YEAR_2100, failed.failedAt);
        assertEquals("ConnectException", failed.failure);
        assertEquals("The body of In vain", failed.body, "the desk may try again");
        assertFalse(claim(id, YEAR_2100.plus(Duration.ofDays(365))));
    }

    @Test
    void heedsNoFailureOfAProcessThatHasLostItsClaim() {
        var id = Fixtures.mail("Late").triedInVain(2, null).saved();
        QuarkusTransaction.requiringNew().run(() -> Notice.failed(id, 1, UNREACHABLE, Instant.now()));
        assertEquals(YEAR_2100, notice(id).nextAttemptAt);
    }

    @Test
    void keepsWhyAnAttemptFailed() {
        var id = Fixtures.mail("Nowhere").to("no address").due().saved();
        outbox.deliver();
        var waiting = notice(id);
        assertEquals(Stage.WAITING, waiting.getStage());
        assertTrue(waiting.attempts > 0 && waiting.nextAttemptAt.isAfter(Instant.now()));
        assertFalse(waiting.failure.contains("address"), waiting.failure);
    }

    private static Instant firstUnanswered() {
        return QuarkusTransaction.requiringNew().call(Notice::firstUnanswered).orElse(Instant.MAX);
    }

    private static void write(UUID id, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> Notice.update("createdAt = ?1 where id = ?2", at, id));
    }

    @Test
    void knowsTheOldestThatNoMailServerHasAnswered() {
        var old = Instant.parse("1990-01-01T00:00:00Z");
        var answered = Fixtures.mail("Answered").triedInVain(2, "450").saved();
        write(answered, old);
        assertTrue(firstUnanswered().isAfter(old), "one address that is refused for now is no stopped outbox");
        var unanswered = Fixtures.mail("Unanswered").triedInVain(2, "ConnectException").saved();
        write(unanswered, old.plusSeconds(1));
        assertEquals(old.plusSeconds(1), firstUnanswered());
        var untried = Fixtures.mail("Untried").saved();
        write(untried, old.minusSeconds(1));
        assertEquals(old.minusSeconds(1), firstUnanswered());
        QuarkusTransaction.requiringNew().run(() -> Notice.delete("id in ?1", List.of(answered, unanswered, untried)));
    }
}
