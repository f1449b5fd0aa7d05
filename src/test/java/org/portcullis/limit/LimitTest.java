package org.portcullis.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.limit.Limit.Request;
import org.portcullis.limit.LimitReachedException.Reason;
import org.portcullis.limit.TestLimits.Some;
import org.portcullis.settings.InvalidSettingException;

/** Who gets a turn, and who is refused. The clock and all places are the test's. */
class LimitTest {

    private static final Duration WITHIN = Duration.ofMillis(1);
    private static final int OFTEN = 1_000;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

    private Limit limit(int atOnce, int perCaller, int perMinute, int queue) {
        return new Limit(CostlyWork.VERDICT, new Some(atOnce, perCaller, perMinute, queue, WITHIN), nanoTime::get);
    }

    private static Permit given(Request request) {
        assertTrue(request.turn().isDone() && !request.turn().isCompletedExceptionally(), "has no turn");
        return request.turn().join();
    }

    private static LimitReachedException refused(Request request) {
        assertTrue(request.turn().isDone(), "waits");
        return (LimitReachedException) assertThrows(ExecutionException.class, request.turn()::get).getCause();
    }

    private static void assertWaits(Request request) {
        assertFalse(request.turn().isDone(), "does not wait");
    }

    private static List<Request> ask(Limit limit, String caller, int times) {
        return IntStream.range(0, times).mapToObj(i -> limit.ask(caller)).toList();
    }

    @Test
    void oneCallerNeverHasAllPlaces() {
        var limit = limit(4, 3, OFTEN, 100);
        var greedy = ask(limit, "greedy", 50);
        greedy.subList(0, 3).forEach(LimitTest::given);
        greedy.subList(3, 50).forEach(LimitTest::assertWaits);
        given(limit.ask("other"));
    }

    @Test
    void callersTakeTurnsHoweverMuchOneOfThemAsksFor() {
        var limit = limit(1, 1, OFTEN, 100);
        var running = given(limit.ask("greedy"));
        var greedy = ask(limit, "greedy", 20);
        var other = limit.ask("other");
        running.close();
        // The greedy one's next has waited for longer, and is short; then comes the other one's turn, not its twenty.
        given(greedy.get(0)).close();
        var turn = given(other);
        assertWaits(greedy.get(1));
        turn.close();
        given(greedy.get(1));
        assertWaits(greedy.get(2));
    }

    @Test
    void whoHasMostInTheQueueMakesRoomForWhoHasLess() {
        var limit = limit(2, 1, OFTEN, 10);
        given(limit.ask("greedy"));
        given(limit.ask("third"));
        var greedy = ask(limit, "greedy", 12);
        assertEquals(List.of(Reason.TOO_MANY, Reason.TOO_MANY),
                List.of(refused(greedy.get(10)).reason(), refused(greedy.get(11)).reason()));
        var other = limit.ask("other");
        assertWaits(other);
        assertEquals(Reason.TOO_MANY, refused(greedy.get(9)).reason());
        assertWaits(greedy.get(8));
        ask(limit, "other", 4).forEach(LimitTest::assertWaits);
        assertEquals(Reason.TOO_MANY, refused(limit.ask("other")).reason(), "both have five by now");
    }

    @Test
    void aTurnIsGivenBackOnce() {
        var limit = limit(2, 1, OFTEN, 0);
        var turn = given(limit.ask("one"));
        given(limit.ask("two"));
        turn.close();
        turn.close();
        given(limit.ask("three"));
        assertEquals(Reason.TOO_MANY, refused(limit.ask("four")).reason());
    }

    @Test
    void whoWaitedForTooLongLeavesTheQueueAndCountsForNothing() {
        var limit = limit(1, 1, 2, 1);
        var turn = given(limit.ask("one"));
        var waiting = limit.ask("one");
        waiting.giveUp();
        assertEquals(Reason.TOO_LATE, refused(waiting).reason());
        assertEquals(Duration.ofSeconds(5), refused(waiting).retryAfter());
        turn.close();
        given(limit.ask("one")).close();
        assertEquals(Reason.TOO_OFTEN, refused(limit.ask("one")).reason());
    }

    @Test
    void givingUpAfterTheTurnCameChangesNothing() {
        var limit = limit(1, 1, OFTEN, 1);
        var request = limit.ask("one");
        request.giveUp();
        given(request).close();
        given(limit.ask("two"));
    }

    @Test
    void aCallerMayAskSoOftenWithinAMinuteAndIsToldWhenAgain() {
        var limit = limit(3, 2, 3, 10);
        ask(limit, "one", 3).forEach(request -> given(request).close());
        var refused = refused(limit.ask("one"));
        assertEquals(Reason.TOO_OFTEN, refused.reason());
        assertEquals(Duration.ofSeconds(20), refused.retryAfter());
        assertEquals(429, refused.getResponse().getStatus());
        assertEquals("20", refused.getResponse().getHeaderString("Retry-After"));
        given(limit.ask("other")).close();
        nanoTime.addAndGet(Duration.ofSeconds(20).toNanos());
        given(limit.ask("one")).close();
        assertEquals(Reason.TOO_OFTEN, refused(limit.ask("one")).reason());
        nanoTime.addAndGet(Duration.ofHours(3).toNanos());
        ask(limit, "one", 3).forEach(request -> given(request).close());
        assertEquals(Reason.TOO_OFTEN, refused(limit.ask("one")).reason());
    }

    @Test
    void callersAreForgottenOnceTheirMinuteIsOver() {
        var limit = limit(2, 1, OFTEN, 10);
        var held = given(limit.ask("held"));
        for (int i = 0; i < 500; i++) {
            given(limit.ask("caller " + i)).close();
        }
        assertEquals(501, limit.known());
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        given(limit.ask("next")).close();
        assertEquals(2, limit.known());
        held.close();
    }

    /** A number below zero ends the turn of the oldest that has one; another one is a caller that asks. */
    @Property
    void placesAreNeitherLostNorDoubled(@ForAll @Size(max = 200) List<@IntRange(min = -1, max = 4) Integer> steps) {
        var limit = limit(3, 2, OFTEN, 5);
        var asked = new ArrayList<Request>();
        var open = new ArrayList<Request>();
        for (int step : steps) {
            if (step >= 0) {
                var request = limit.ask("caller " + step);
                asked.add(request);
                open.add(request);
            } else {
                open.stream().filter(request -> request.turn().isDone() && !request.turn().isCompletedExceptionally())
                        .findFirst().ifPresent(request -> {
                            request.turn().join().close();
                            open.remove(request);
                        });
            }
            open.removeIf(request -> request.turn().isCompletedExceptionally());
            var running = open.stream().filter(request -> request.turn().isDone()).count();
            var waiting = open.size() - running;
            assertTrue(running <= 3 && waiting <= 5, running + " run, " + waiting + " wait");
        }
        open.forEach(Request::giveUp);
        while (open.removeIf(request -> request.turn().isCompletedExceptionally())) {
            assertTrue(open.size() <= 3);
        }
        open.forEach(request -> request.turn().join().close());
        assertTrue(asked.stream().allMatch(request -> request.turn().isDone()));
        ask(limit, "one", 2).forEach(LimitTest::given);
        given(limit.ask("two"));
        assertWaits(limit.ask("two"));
    }

    @ParameterizedTest
    @EnumSource(CostlyWork.class)
    void eachKindIsBoundedByItselfAndCounted(CostlyWork work) {
        var test = new TestLimits().with(work, 1, 1);
        var limits = test.make(null);
        var turn = limits.enter(work, "one");
        for (CostlyWork other : CostlyWork.values()) {
            if (other != work) {
                assertEquals("done", limits.within(other, "one", () -> "done"));
            }
        }
        assertThrows(LimitReachedException.class, () -> limits.within(work, "two", () -> "never"));
        turn.close();
        assertEquals("done", limits.within(work, "two", () -> "done"));
        assertEquals(2, count(test, work, "GIVEN"));
        assertEquals(1, count(test, work, "TOO_MANY"));
    }

    @Test
    void whatWaitsIsRefusedOnceItsTimeIsOver() {
        var test = new TestLimits().with(CostlyWork.PAPER, new Some(1, 1, OFTEN, 1, WITHIN));
        var limits = test.make(null);
        var turn = limits.enter(CostlyWork.PAPER, "one");
        assertEquals(Reason.TOO_LATE,
                assertThrows(LimitReachedException.class, () -> limits.enter(CostlyWork.PAPER, "two")).reason());
        turn.close();
        limits.enter(CostlyWork.PAPER, "two");
        assertEquals(1, count(test, CostlyWork.PAPER, "TOO_LATE"));
    }

    private static double count(TestLimits test, CostlyWork work, String outcome) {
        return test.metrics().counter("portcullis.limit", "kind", work.name(), "outcome", outcome).count();
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        var limits = new TestLimits().with(CostlyWork.PDF_CHECK, 1, 1).make(null);
        assertThrows(IllegalArgumentException.class, () -> limits.within(CostlyWork.PDF_CHECK, "one", () -> {
            throw new IllegalArgumentException();
        }));
        limits.within(CostlyWork.PDF_CHECK, "two", () -> "done");
    }

    @Test
    void settingsThatLetOneCallerKeepAllOthersOutStopTheStart() {
        var message = assertThrows(InvalidSettingException.class,
                () -> new TestLimits().with(CostlyWork.NUMBER_LIST, 4, 4).make(null)).getMessage();
        assertTrue(message.startsWith(
                "portcullis.limit.number-list.per-caller (4) must be less than portcullis.limit.number-list.at-once (4)"),
                message);
        assertThrows(InvalidSettingException.class,
                () -> new TestLimits().with(CostlyWork.PAPER, new Some(2, 1, 1, 1, Duration.ZERO)).make(null));
    }
}
