package org.portcullis.portout.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.Answer;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.api.IdempotencyKeys.Claim;
import org.portcullis.portout.api.IdempotencyKeys.Standing;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.TestClock;

@QuarkusTest
class IdempotencyKeysTest extends PortalTest {

    private static final String KEY = "8e03978e";

    @Inject
    IdempotencyKeys keys;

    @Inject
    TestClock clock;

    private final UUID carrier = UUID.randomUUID();
    private final Answer answer = new Answer(UUID.randomUUID(), Verdict.REFUSED,
            List.of(Refusal.LOCKED, Refusal.ZIP_INVALID), "PON-1",
            Instant.now().truncatedTo(ChronoUnit.MICROS), null, null);

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    private Claim claim(String body) {
        return keys.claim(carrier, KEY, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void areReadWithQuotesOrWithoutAndOnlyOne() {
        assertEquals(Optional.of("a b"), IdempotencyKeys.read(List.of("\"a b\"")));
        assertEquals(Optional.of("a-b"), IdempotencyKeys.read(List.of(" a-b ")));
        for (String wrong : new String[] {"", "\"\"", "a b", "\"a", "é", "a\"b", "x".repeat(256)}) {
            assertEquals(Optional.empty(), IdempotencyKeys.read(List.of(wrong)), wrong);
        }
        assertEquals(Optional.empty(), IdempotencyKeys.read(List.of("a", "a")));
    }

    @Test
    void giveTheSameRequestTheSameAnswer() {
        keys.keep(claim("body"), answer);
        var again = claim("body");
        assertEquals(Standing.ANSWERED, again.standing());
        assertEquals(answer, again.answer());
        assertEquals(Standing.OTHER_REQUEST, claim("other body").standing());
        assertEquals(Standing.NEW,
                keys.claim(UUID.randomUUID(), KEY, "other body".getBytes(StandardCharsets.UTF_8)).standing(),
                "another carrier's key");
    }

    @Test
    void letOneOfManyDecide() {
        var standings = Stream.generate(() -> CompletableFuture.supplyAsync(() -> claim("body").standing())).limit(8)
                .toList().stream()
                .map(CompletableFuture::join).toList();
        assertEquals(1, standings.stream().filter(standing -> standing == Standing.NEW).count());
        assertEquals(7, standings.stream().filter(standing -> standing == Standing.BEING_DECIDED).count());
    }

    @Test
    void areFreeAgainOnceGivenUpLeftOrOld() {
        keys.giveUp(claim("body"));
        assertEquals(Standing.NEW, claim("body").standing());
        clock.pass(Duration.ofSeconds(59));
        assertEquals(Standing.BEING_DECIDED, claim("body").standing());
        clock.pass(Duration.ofSeconds(1));
        var begunAnew = claim("body");
        assertEquals(Standing.NEW, begunAnew.standing(), "who began is gone");
        keys.keep(begunAnew, answer);
        clock.pass(Duration.ofMinutes(59));
        assertEquals(Standing.ANSWERED, claim("body").standing());
        clock.pass(Duration.ofMinutes(1));
        assertEquals(Standing.NEW, claim("other body").standing());
    }

    @Test
    void keepNothingReadable() {
        keys.keep(claim("{\"pin\":\"73910482\"}"), answer);
        var row = Row.select("select * from api_answer where request_id = ?", answer.id()).toString();
        assertFalse(row.contains("73910482") || row.contains(KEY), row);
    }
}
