package org.portcullis.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.PortalTest;

@QuarkusTest
class HeartbeatsTest extends PortalTest {

    @Inject
    Scheduler scheduler;

    @Inject
    Heartbeats real;

    @Inject
    @Liveness
    TasksCheck check;

    @Inject
    MeterRegistry metrics;

    private final AtomicLong time = new AtomicLong();

    private Heartbeats atTime() {
        var heartbeats = new Heartbeats(scheduler, time::get);
        scheduler.getScheduledJobs().forEach(heartbeats::begin);
        return heartbeats;
    }

    private Trigger task(String name) {
        return scheduler.getScheduledJobs().stream().filter(task -> task.getMethodDescription().endsWith(name))
                .findFirst().orElseThrow();
    }

    @Test
    void areSeenInHealthAndInMetrics() {
        assertEquals(Status.UP, check.call().getStatus());
        var tasks = metrics.find("portcullis.task.overdue.seconds").gauges().stream()
                .map(gauge -> gauge.getId().getTag("task")).toList();
        assertTrue(tasks.contains("Outbox.deliver") || tasks.contains("ClosedFailures.note"), tasks.toString());
        assertEquals(scheduler.getScheduledJobs().size(), tasks.size());
    }

    @Test
    void tellATaskThatHasStoppedFromThoseThatGoOn() {
        var heartbeats = atTime();
        time.addAndGet(Duration.ofHours(3).toNanos());
        scheduler.getScheduledJobs().stream().filter(task -> task != task("ClosedFailures#note"))
                .forEach(heartbeats::end);
        assertTrue(heartbeats.overdueFor(Duration.ofMinutes(10)).contains("ClosedFailures.note"));
        var dead = new TasksCheck(heartbeats).call();
        assertEquals(Status.DOWN, dead.getStatus());
        assertEquals("ClosedFailures.note", dead.getData().orElseThrow().get("overdue"));
        heartbeats.end(task("ClosedFailures#note"));
        assertEquals(Status.UP, new TasksCheck(heartbeats).call().getStatus());
    }

    @Test
    void allowATaskItsInterval() {
        var heartbeats = atTime();
        time.addAndGet(Duration.ofMinutes(10).toNanos());
        assertEquals(Status.UP, new TasksCheck(heartbeats).call().getStatus());
    }
}
