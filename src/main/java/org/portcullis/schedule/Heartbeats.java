package org.portcullis.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each scheduled task last came to its end, well or not. One that hangs, or is started no more, is overdue. */
@ApplicationScoped
public class Heartbeats {

    /** Until a task is started for the first time. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private Scheduler scheduler;
    private LongSupplier nanoTime;

    /** For the client proxy. */
    Heartbeats() {
    }

    @Inject
    Heartbeats(Scheduler scheduler) {
        this(scheduler, System::nanoTime);
    }

    /** @param nanoTime which no change of the clock moves */
    Heartbeats(Scheduler scheduler, LongSupplier nanoTime) {
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
    }

    void publish(@Observes StartupEvent start, MeterRegistry metrics) {
        for (Trigger task : tasks()) {
            begin(task);
            Gauge.builder("portcullis.task.overdue.seconds", () -> overdue(task).toSeconds()).tag("task", name(task))
                    .description("How much longer than its interval ago a scheduled task last ended").register(metrics);
        }
    }

    /** None in a process that does one thing and ends, such as {@code verify-trail}. */
    private List<Trigger> tasks() {
        return scheduler.isStarted() ? scheduler.getScheduledJobs() : List.of();
    }

    /** The first end is waited for from now on. */
    void begin(Trigger task) {
        ends.put(name(task), nanoTime.getAsLong());
    }

    void succeeded(@Observes SuccessfulExecution execution) {
        end(execution.getExecution().getTrigger());
    }

    /** A failure is logged and tried again: the task lives. */
    void failed(@Observes FailedExecution execution) {
        end(execution.getExecution().getTrigger());
    }

    void end(Trigger task) {
        ends.put(name(task), nanoTime.getAsLong());
    }

    /** @return the tasks that should have ended longer ago than that */
    List<String> overdueFor(Duration longest) {
        return tasks().stream().filter(task -> overdue(task).compareTo(longest) > 0)
                .map(Heartbeats::name).sorted().toList();
    }

    /** @return how much longer than one interval ago the task last ended, or the portal started; zero if it is in time */
    Duration overdue(Trigger task) {
        var ended = ends.get(name(task));
        if (ended == null) {
            return Duration.ZERO;
        }
        var overdue = Duration.ofNanos(nanoTime.getAsLong() - ended).minus(interval(task));
        return overdue.isNegative() ? Duration.ZERO : overdue;
    }

    private static Duration interval(Trigger task) {
        var next = Optional.ofNullable(task.getNextFireTime());
        return Optional.ofNullable(task.getPreviousFireTime())
                .flatMap(previous -> next.map(then -> Duration.between(previous, then)))
                .filter(between -> !between.isNegative()).orElse(LONGEST_DELAY);
    }

    /** @return such as {@code TelnyxNotifier.look} */
    private static String name(Trigger task) {
        var method = task.getMethodDescription();
        return method == null ? task.getId()
                : method.substring(method.lastIndexOf('.', method.indexOf('#')) + 1).replace('#', '.');
    }
}
