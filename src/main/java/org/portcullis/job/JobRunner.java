package org.portcullis.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.settings.Settings;

/**
 * Does long work in the background, and keeps its progress and its report. A lot that fails is tried again, so that a
 * clash with a concurrent change is no failure; one that fails each time is reported as failed, and the rest goes on.
 */
@ApplicationScoped
public class JobRunner {

    /** The outcome of an item whose step failed each time it was tried; the log says why. */
    public static final String FAILED = "FAILED";

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int TRIES = 3;
    /** Longer than any lot takes; a process that dies is found out this late. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int FORGOTTEN_AT_ONCE = 50;
    /** Half of the processors: pages and carriers need the others. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Settings.Work settings;
    private final Clock clock;
    /** Nothing of the request that starts the work may be in it: that request ends first. */
    private final ManagedExecutor executor = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING)
            .maxAsync(THREADS).build();
    private volatile boolean stopping;

    JobRunner(Settings settings, Clock clock) {
        this.settings = settings.work();
        this.clock = clock;
    }

    /** One of the things to do. */
    public interface Item {

        /** @return a line of a file, or the number in a list; greater than that of the item before */
        int place();

        /** @return what people know it by, for the report; no secret */
        String reference();
    }

    /** What became of an item; the detail, where there is one, goes with the constant's words. */
    public record Outcome(Enum<?> code, String detail) {

        public static Outcome of(Enum<?> code) {
            return new Outcome(code, null);
        }
    }

    /** Does a lot of items, in a transaction that is theirs alone and outside of any request. */
    public interface Step<T extends Item> {

        /**
         * @return an outcome for each, in the same order
         * @throws RuntimeException if the whole lot has to be tried again
         */
        List<Outcome> apply(List<T> lot);
    }

    /**
     * What is to be done.
     *
     * @param id of the work; the form that asks for it brings it, so that a double click starts it once
     * @param kind a constant that the page of the job has words for
     * @param subjectId what it is done to, or null
     */
    public record Task(UUID id, Enum<?> kind, UUID subjectId, String subjectName) {
    }

    /**
     * Starts the work, unless it was started before, and returns at once. Call it outside of a transaction.
     *
     * @param atOnce how many items share a transaction: 1 where each stands for itself
     */
    public <T extends Item> void start(Task task, Person by, List<T> items, int atOnce, Step<T> step) {
        if (begin(task, by, items.size())) {
            executor.execute(() -> run(task.id(), items, 0, atOnce, step));
        }
    }

    private boolean begin(Task task, Person by, int total) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                if (Job.byId(task.id()).isPresent()) {
                    return false;
                }
                Job.begin(task, by, total, clock.instant(), lease());
                return true;
            });
        } catch (PersistenceException e) {
            if (QuarkusTransaction.requiringNew().call(() -> Job.byId(task.id()).isPresent())) {
                return false;
            }
            throw e;
        }
    }

    /** Applies one lot and queues the rest behind other jobs, so that a long job holds up none of them. */
    private <T extends Item> void run(UUID id, List<T> items, int from, int atOnce, Step<T> step) {
        try {
            int next = Math.min(from + atOnce, items.size());
            if (from < next && !stopping) {
                run(id, items.subList(from, next), step);
            }
            if (next < items.size() && !stopping) {
                executor.execute(() -> run(id, items, next, atOnce, step));
                return;
            }
            var isWhole = !stopping;
            QuarkusTransaction.requiringNew().run(() -> {
                if (isWhole) {
                    Job.finish(id, clock.instant());
                } else {
                    Job.giveUp(id, clock.instant());
                }
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "Job %s is interrupted", id);
        }
    }

    private <T extends Item> void run(UUID id, List<T> lot, Step<T> step) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    var outcomes = step.apply(lot);
                    for (int i = 0; i < lot.size(); i++) {
                        JobItem.report(id, lot.get(i), outcomes.get(i).code.name(), outcomes.get(i).detail);
                    }
                    Job.advance(id, lot.size(), lease());
                });
                return;
            } catch (RuntimeException e) {
                LOG.warnf(e, "Job %s failed at place %d, attempt %d", id, lot.get(0).place(), attempt);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            lot.forEach(item -> JobItem.report(id, item, FAILED, null));
            Job.advance(id, lot.size(), lease());
        });
    }

    private Instant lease() {
        return clock.instant().plus(LEASE);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        var before = clock.instant().minus(settings.reportKept());
        List<UUID> old = QuarkusTransaction.requiringNew().call(() -> Job.startedBefore(before, FORGOTTEN_AT_ONCE));
        old.forEach(id -> QuarkusTransaction.requiringNew().run(() -> {
            JobItem.forget(id);
            Job.deleteById(id);
        }));
    }
}
