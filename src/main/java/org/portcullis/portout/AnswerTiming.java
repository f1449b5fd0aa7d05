package org.portcullis.portout;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.portcullis.pin.PortOutPinDigest;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.settings.Settings;

/**
 * Hides by timing whether a PIN was compared: an answer without a comparison is delayed by the duration of a recent
 * wrong PIN, chosen at random. The delay uses a timer, so that it occupies neither a thread nor the processor.
 */
@ApplicationScoped
class AnswerTiming {

    /** How many durations of recent wrong PINs are kept. */
    private static final int SAMPLES = 256;
    /**
     * The most answers that are delayed at a time; beyond that, requests are refused as if too many PINs were being
     * compared.
     */
    private static final int MOST_HELD = 1_000;

    private final PortOutPinDigest digest;
    private final Semaphore places = new Semaphore(MOST_HELD);
    private final Set<CompletableFuture<Void>> held = ConcurrentHashMap.newKeySet();
    private final long[] nanos = new long[SAMPLES];
    private int taken;
    private boolean isMeasured;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "answer-timing");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    AnswerTiming(PortOutPinDigest digest) {
        this.digest = digest;
    }

    /** Before the first wrong PIN, the duration of hashing one on this machine is used. */
    void measure(@Observes StartupEvent start, Settings settings) {
        if (!settings.verifyTrail()) {
            timer.execute(() -> {
                long begin = System.nanoTime();
                digest.of("000000", new UUID(0, 0));
                guess(System.nanoTime() - begin);
            });
        }
    }

    /** Delayed answers are sent now: a platform takes silence for an approval. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        held.forEach(due -> due.complete(null));
    }

    private synchronized void guess(long duration) {
        if (taken == 0) {
            nanos[taken++] = duration;
        }
    }

    /** Records how long the comparison of a wrong PIN took. */
    synchronized void record(long duration) {
        if (!isMeasured) {
            isMeasured = true;
            taken = 0;
        }
        nanos[taken++ % SAMPLES] = duration;
        if (taken == 2 * SAMPLES) {
            taken = SAMPLES;
        }
    }

    private synchronized long any() {
        int known = Math.min(taken, SAMPLES);
        return known == 0 ? 0 : nanos[ThreadLocalRandom.current().nextInt(known)];
    }

    /**
     * @param begin of the request, by {@link System#nanoTime}
     * @return completes when a wrong PIN would be answered
     * @throws OverfullException if too many answers are delayed already
     */
    CompletionStage<Void> due(long begin) {
        long rest = begin + any() - System.nanoTime();
        if (rest <= 0) {
            return CompletableFuture.completedStage(null);
        }
        if (!places.tryAcquire()) {
            throw new OverfullException();
        }
        var due = new CompletableFuture<Void>();
        held.add(due);
        try {
            timer.schedule(() -> due.completeAsync(() -> null), rest, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            due.complete(null);
        }
        return due.whenComplete((nothing, failure) -> {
            held.remove(due);
            places.release();
        });
    }

    /** @return the longest delay at present; for tests */
    synchronized Duration longest() {
        long longest = 0;
        for (int i = 0; i < Math.min(taken, SAMPLES); i++) {
            longest = Math.max(longest, nanos[i]);
        }
        return Duration.ofNanos(longest);
    }
}
