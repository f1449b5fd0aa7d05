package org.portcullis.portout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portcullis.portout.guess.OverfullException;

class AnswerTimingTest {

    private final AnswerTiming timing = new AnswerTiming(null);

    @AfterEach
    void stop() {
        timing.stop(null);
    }

    @Test
    void holdsNothingThatTookLongEnough() {
        timing.record(Duration.ofMillis(400).toNanos());
        assertTrue(timing.due(System.nanoTime() - Duration.ofMillis(400).toNanos()).toCompletableFuture().isDone());
        assertFalse(timing.due(System.nanoTime() + Duration.ofHours(1).toNanos()).toCompletableFuture().isDone());
    }

    @Test
    void takesTheRestOfWhatAWrongPinTook() {
        long took = Duration.ofMillis(300).toNanos();
        timing.record(took);
        long begin = System.nanoTime();
        timing.due(begin).toCompletableFuture().join();
        assertTrue(System.nanoTime() - begin >= took);
    }

    @Test
    void knowsTheLastWrongPinsOnly() {
        timing.record(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 256; i++) {
            timing.record(Duration.ofMillis(i % 2 == 0 ? 350 : 500).toNanos());
        }
        assertEquals(Duration.ofMillis(500), timing.longest());
    }

    @Test
    void answersWhatIsHeldWhenItStops() {
        timing.record(Duration.ofHours(1).toNanos());
        var held = timing.due(System.nanoTime());
        assertFalse(held.toCompletableFuture().isDone());
        timing.stop(null);
        assertTrue(held.toCompletableFuture().isDone());
        assertTrue(timing.due(System.nanoTime()).toCompletableFuture().isDone());
    }

    @Test
    void givesAPlaceBackWhenItIsAnswered() {
        timing.record(Duration.ofMillis(1).toNanos());
        for (int i = 0; i < 2_000; i++) {
            timing.due(System.nanoTime()).toCompletableFuture().join();
        }
    }

    @Test
    void holdsABoundedNumber() {
        timing.record(Duration.ofHours(1).toNanos());
        var held = new ArrayList<CompletionStage<Void>>();
        long begin = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            held.add(timing.due(begin));
        }
        assertThrows(OverfullException.class, () -> timing.due(begin));
        assertEquals(1_000, held.stream().filter(each -> !each.toCompletableFuture().isDone()).count());
    }
}
