package org.portcullis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DatabaseGaugesTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final DatabaseGauges gauges = new DatabaseGauges(metrics, Supplier::get);

    private double read(String name) {
        return metrics.get(name).gauge().value();
    }

    @Test
    void askWhenTheyAreReadAndOnceForAllOfThem() {
        var asked = new AtomicInteger();
        gauges.register("one", "One", asked::incrementAndGet);
        gauges.register("two", "Two", () -> 2.5);
        assertEquals(0, asked.get());
        assertEquals(1, read("one"));
        assertEquals(2.5, read("two"));
        assertEquals(1, read("one"), "of the same round");
    }

    @Test
    void aQueryThatFailsIsNoNumberAndTheOthersAre() {
        gauges.register("failing", "Failing", () -> {
            throw new IllegalStateException("no connection");
        });
        gauges.register("good", "Good", () -> 7);
        assertEquals(Double.NaN, read("failing"));
        assertEquals(7, read("good"));
    }

    @Test
    void aDatabaseThatNeverAnswersIsAskedOnceAndHoldsUpNoOtherMetric() {
        var asked = new AtomicInteger();
        var never = new CountDownLatch(1);
        gauges.register("silent", "Silent", () -> {
            asked.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        });
        gauges.register("behind", "Behind it", () -> 2);
        for (int reading = 0; reading < 3; reading++) {
            assertEquals(Double.NaN, read("silent"));
            assertEquals(Double.NaN, read("behind"));
        }
        assertEquals(1, asked.get());
        never.countDown();
    }
}
