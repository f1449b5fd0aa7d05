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
 * Makes a PIN that was not looked at take as long as a wrong one: each such answer is held for as long as one of the last
 * wrong PINs took, drawn by chance. A timer holds it, and no thread; nothing is hashed for it.
 */
@ApplicationScoped
class AnswerTiming {

    /** How many of the last wrong PINs are known. */
    private static final int SAMPLES = 256;
    /** More answers are not held at a time: who comes then is refused as if too many PINs were being compared. */
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

    /** Until the first wrong PIN, as long as hashing one takes on this machine is the best that is known. */
    void measure(@Observes StartupEvent start, Settings settings) {
        if (!settings.verifyTrail()) {
            timer.execute(() -> {
                long begin = System.nanoTime();
                digest.of("000000", new UUID(0, 0));
                guess(System.nanoTime() - begin);
            });
        }
    }

    /** What is still held is answered now: a platform takes silence for a yes. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        held.forEach(due -> due.complete(null));
    }

    private synchronized void guess(long duration) {
        if (taken == 0) {
            nanos[taken++] = duration;
        }
    }

    /** A wrong PIN was compared. */
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
     * @param begin of the request, as {@link System#nanoTime} says it
     * @return what comes to its end when a wrong PIN would be answered
     * @throws OverfullException if too many answers are held already
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

    /** @return the longest that one may be held for now; for tests */
    synchronized Duration longest() {
        long longest = 0;
        for (int i = 0; i < Math.min(taken, SAMPLES); i++) {
            longest = Math.max(longest, nanos[i]);
        }
        return Duration.ofNanos(longest);
    }
}
