package org.portcullis.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.portcullis.limit.LimitSettings.Bounds;

/** Limits whose places and whose clock are in the test's hand; what it does not bound is unbounded. */
public final class TestLimits {

    private static final int MANY = 1_000_000;

    private final Map<CostlyWork, Bounds> bounds = new EnumMap<>(CostlyWork.class);
    private final AtomicLong nanoTime = new AtomicLong();
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    record Some(int atOnce, int perCaller, int perMinute, int queue, Duration within) implements Bounds {
    }

    public TestLimits() {
        for (CostlyWork work : CostlyWork.values()) {
            bounds.put(work, new Some(MANY, MANY - 1, MANY, MANY, Duration.ofSeconds(5)));
        }
    }

    /** What finds no place is refused at once: nothing waits. */
    public TestLimits with(CostlyWork work, int atOnce, int perCaller) {
        return with(work, new Some(atOnce, perCaller, MANY, 0, Duration.ofSeconds(5)));
    }

    public TestLimits withPerMinute(CostlyWork work, int perMinute) {
        return with(work, new Some(MANY, MANY - 1, perMinute, MANY, Duration.ofSeconds(5)));
    }

    TestLimits with(CostlyWork work, Bounds some) {
        bounds.put(work, some);
        return this;
    }

    public TestLimits pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
        return this;
    }

    MeterRegistry metrics() {
        return metrics;
    }

    Limits make(CurrentVertxRequest current) {
        return new Limits(new Settings(), metrics, current, nanoTime::get);
    }

    /** @return limits that the portal in the test's process has until the test ends */
    public Limits install() {
        var limits = make(CDI.current().select(CurrentVertxRequest.class).get());
        QuarkusMock.installMockForType(limits, Limits.class);
        return limits;
    }

    private final class Settings implements LimitSettings {

        @Override
        public Bounds signIn() {
            return bounds.get(CostlyWork.SIGN_IN);
        }

        @Override
        public Bounds password() {
            return bounds.get(CostlyWork.PASSWORD);
        }

        @Override
        public Bounds pinSave() {
            return bounds.get(CostlyWork.PIN_SAVE);
        }

        @Override
        public Bounds verdict() {
            return bounds.get(CostlyWork.VERDICT);
        }

        @Override
        public Bounds pdfCheck() {
            return bounds.get(CostlyWork.PDF_CHECK);
        }

        @Override
        public Bounds numberList() {
            return bounds.get(CostlyWork.NUMBER_LIST);
        }

        @Override
        public Bounds export() {
            return bounds.get(CostlyWork.EXPORT);
        }

        @Override
        public Bounds paper() {
            return bounds.get(CostlyWork.PAPER);
        }
    }
}
