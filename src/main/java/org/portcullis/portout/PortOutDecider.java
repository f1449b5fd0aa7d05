package org.portcullis.portout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.portcullis.portout.DecisionStore.Opening;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.portout.guess.PinAttemptLimiter.Outcome;
import org.portcullis.portout.guess.PinComparison.NotComparedException;
import org.portcullis.portout.guess.PinComparison.Place;
import org.portcullis.portout.guess.PinComparison;
import org.portcullis.settings.Settings;

/**
 * Decides whether numbers may leave: allowed, or refused with every reason. It is independent of the protocols. The PIN
 * is compared once for each request, between two transactions: the first makes all other checks and counts the PIN as
 * being compared; the second takes the organization's row lock, makes all checks again, and decides.
 */
@ApplicationScoped
public class PortOutDecider {

    /** Well below the 30 seconds after which a platform takes silence for an approval. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /**
     * After this time nothing is allowed any more, since a refusal is soon sent to the platform without waiting for the
     * decision.
     */
    static final Duration DECIDED_WITHIN = Duration.ofSeconds(20);

    /** Of the twenty database connections; pages and credential checks need the others. */
    private static final int TRANSACTIONS = 8;

    private final DecisionStore decisions;
    private final PinComparison comparison;
    private final LateOutcomes late;
    private final AnswerTiming timing;
    private final Semaphore transactions = new Semaphore(TRANSACTIONS, true);
    /**
     * Limits the requests that wait for others to finish, so that the rest of the permits stays free for those that
     * need not wait.
     */
    private final Semaphore waiting;
    private final MeterRegistry metrics;
    private final Clock clock;

    PortOutDecider(DecisionStore decisions, PinComparison comparison, LateOutcomes late, AnswerTiming timing,
            MeterRegistry metrics, Settings settings,
            Clock clock) {
        this.decisions = decisions;
        this.comparison = comparison;
        this.late = late;
        this.timing = timing;
        this.waiting = new Semaphore(settings.portOut().comparisonQueue());
        this.metrics = metrics;
        this.clock = clock;
        metrics.gauge("portcullis.port.out.comparison.free", comparison, PinComparison::free);
    }

    /**
     * The same as {@link #decideTimed}, if the answer need not be delayed.
     *
     * @throws OverfullException if more PINs are queued than can be compared in time
     * @throws RuntimeException if the request could not be decided; the caller must then refuse it
     */
    public Answer decide(PortOutQuestion question) {
        return decide(question, new AtomicBoolean());
    }

    /**
     * Blocks for as long as a comparison takes. Call it outside of a transaction.
     *
     * @throws OverfullException if more PINs are queued than can be compared in time
     * @throws RuntimeException if the request could not be decided; the caller must then refuse it
     */
    public TimedAnswer decideTimed(PortOutQuestion question) {
        var start = System.nanoTime();
        var isCompared = new AtomicBoolean();
        var answer = decide(question, isCompared);
        var isLikeWrongPin = answer.reasons().contains(Refusal.PIN_INVALID);
        if (isLikeWrongPin && isCompared.get()) {
            timing.record(System.nanoTime() - start);
        }
        return new TimedAnswer(answer,
                isLikeWrongPin && !isCompared.get() ? timing.due(start) : CompletableFuture.completedStage(null));
    }

    private Answer decide(PortOutQuestion question, AtomicBoolean isCompared) {
        var place = comparison.place();
        var start = System.nanoTime();
        try (place) {
            return decide(question, place, start + PATIENCE.toNanos(), isCompared);
        } finally {
            Timer.builder("portcullis.port.out.answer").tag("channel", question.asker().channel().name())
                    .publishPercentileHistogram().maximumExpectedValue(PATIENCE.multipliedBy(2)).register(metrics)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** @return what the requesting carrier is told of its own request now; empty for another carrier's request */
    public Optional<Answer> answer(UUID request, RequestingCarrier carrier) {
        return decisions.answer(request, carrier);
    }

    /**
     * Blocks for a short transaction.
     *
     * @param numbers in E.164
     * @return those that are ours and in service, in their order, each once
     */
    public List<String> portable(Collection<String> numbers) {
        return inTurn(() -> decisions.portable(numbers));
    }

    private Answer decide(PortOutQuestion question, Place place, long end, AtomicBoolean isCompared) {
        var until = question.waitingSince(clock.instant()).plus(DECIDED_WITHIN);
        var opening = open(question);
        if (opening.isLater()) {
            opening = openLater(question, end);
        }
        isCompared.set(opening.pin() != null);
        return opening.answer() != null ? opening.answer() : conclude(question, opening, place, until);
    }

    private Opening openLater(PortOutQuestion question, long end) {
        if (!waiting.tryAcquire()) {
            throw new OverfullException();
        }
        try {
            var opening = Opening.LATER;
            while (opening.isLater()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Other PINs took too long to be compared");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                opening = open(question);
            }
            return opening;
        } finally {
            waiting.release();
        }
    }

    private Answer conclude(PortOutQuestion question, Opening opening, Place place, Instant until) {
        var outcome = Outcome.NOT_COMPARED;
        try {
            var isRight = opening.pin() == null || place.matches(question.pin(), opening.pin());
            outcome = isRight ? Outcome.RIGHT : Outcome.WRONG;
            return inTurn(() -> decisions.conclude(question, opening, isRight, until));
        } catch (NotComparedException e) {
            late.add(question, opening, Outcome.NOT_COMPARED);
            throw e;
        } catch (RuntimeException e) {
            if (outcome != Outcome.NOT_COMPARED) {
                late.add(question, opening, outcome);
            }
            throw e;
        }
    }

    private Opening open(PortOutQuestion question) {
        return inTurn(() -> decisions.open(question));
    }

    private <T> T inTurn(Supplier<T> transaction) {
        transactions.acquireUninterruptibly();
        try {
            return transaction.get();
        } finally {
            transactions.release();
        }
    }
}
