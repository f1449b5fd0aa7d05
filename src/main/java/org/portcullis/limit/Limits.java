package org.portcullis.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.limit.LimitReachedException.Reason;
import org.portcullis.settings.InvalidSettingException;
import org.portcullis.web.http.RareLog;

/**
 * Says when costly work may begin. What counts here counts in this process; what protects a secret is counted in the database
 * besides, see {@code docs/limits.md}.
 */
@ApplicationScoped
public class Limits {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(Limits.class));
    private static final String METRIC = "portcullis.limit";
    private static final String GIVEN = "GIVEN";

    private final Map<CostlyWork, Limit> limits = new EnumMap<>(CostlyWork.class);
    private LimitSettings settings;
    private MeterRegistry metrics;
    private CurrentVertxRequest current;

    /** For the client proxy. */
    protected Limits() {
    }

    @Inject
    Limits(LimitSettings settings, MeterRegistry metrics, CurrentVertxRequest current) {
        this(settings, metrics, current, System::nanoTime);
    }

    Limits(LimitSettings settings, MeterRegistry metrics, CurrentVertxRequest current, LongSupplier nanoTime) {
        this.settings = settings;
        this.metrics = metrics;
        this.current = current;
        for (CostlyWork work : CostlyWork.values()) {
            check(work, work.bounds(settings));
            limits.put(work, new Limit(work, work.bounds(settings), nanoTime));
        }
    }

    /** Costly work, and what it may fail with. */
    public interface Task<T, E extends Exception> {

        T run() throws E;
    }

    private static void check(CostlyWork work, LimitSettings.Bounds bounds) {
        if (bounds.perCaller() >= bounds.atOnce() && bounds.atOnce() > 1) {
            throw new InvalidSettingException(work.setting() + ".per-caller (" + bounds.perCaller()
                    + ") must be less than "
                    + work.setting() + ".at-once (" + bounds.atOnce() + "), or one caller could keep all others out");
        }
        if (bounds.within().isNegative() || bounds.within().isZero()) {
            throw new InvalidSettingException(work.setting() + ".within must be longer than zero");
        }
    }

    /** So that the first one of each is an increase, too: an alert sees nothing else. */
    void publish(@Observes StartupEvent start) {
        for (CostlyWork work : CostlyWork.values()) {
            counter(work, GIVEN);
            for (Reason reason : Reason.values()) {
                counter(work, reason.name());
            }
        }
    }

    /**
     * Waits for a turn, and blocks meanwhile.
     *
     * @param caller whom it counts for
     * @throws LimitReachedException if it does not come in time
     */
    public Permit enter(CostlyWork work, String caller) {
        var request = limits.get(work).ask(caller);
        try {
            return counted(work, turn(request, work.bounds(settings).within()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request.giveUp();
            request.turn().thenAccept(Permit::close);
            throw new IllegalStateException("Interrupted while " + work + " waited", e);
        } catch (ExecutionException e) {
            throw refused(work, caller, e.getCause());
        }
    }

    private static Permit turn(Limit.Request request, Duration within) throws InterruptedException, ExecutionException {
        try {
            return request.turn().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It is decided now: refused, or given in the moment before.
            request.giveUp();
            return request.turn().get();
        }
    }

    /**
     * Waits for a turn, blocks meanwhile, and does the work while the request under way is being answered.
     *
     * @param caller whom it counts for
     * @return the same rows, whose turn ends with the last of them; or with the connection, if that ends before the first
     * @throws LimitReachedException if its turn does not come in time
     */
    public StreamingOutput streaming(CostlyWork work, String caller, StreamingOutput rows) {
        var routing = current.getCurrent();
        var permit = enter(work, caller);
        var isBegun = new AtomicBoolean();
        Runnable end = () -> {
            if (isBegun.compareAndSet(false, true)) {
                permit.close();
            }
        };
        routing.addEndHandler(ended -> end.run());
        if (routing.response().closed()) {
            end.run();
        }
        return output -> {
            if (isBegun.compareAndSet(false, true)) {
                try {
                    rows.write(output);
                } finally {
                    permit.close();
                }
            }
        };
    }

    /**
     * Does the work once its turn comes, and blocks meanwhile.
     *
     * @param caller whom it counts for
     * @throws LimitReachedException if its turn does not come in time; then nothing was done
     */
    public <T, E extends Exception> T within(CostlyWork work, String caller, Task<T, E> task) throws E {
        var permit = enter(work, caller);
        try {
            return task.run();
        } finally {
            permit.close();
        }
    }

    /**
     * Waits for a turn without a thread.
     *
     * @param caller whom it counts for
     * @return the turn, on the caller's event loop; it fails with {@link LimitReachedException} if it does not come in time
     */
    public Future<Permit> await(CostlyWork work, String caller, Vertx vertx) {
        var context = vertx.getOrCreateContext();
        var promise = Promise.<Permit>promise();
        var request = limits.get(work).ask(caller);
        var timer = vertx.setTimer(work.bounds(settings).within().toMillis(), late -> request.giveUp());
        request.turn().whenComplete((permit, failure) -> context.runOnContext(run -> {
            vertx.cancelTimer(timer);
            if (failure == null) {
                promise.complete(counted(work, permit));
            } else {
                promise.fail(refused(work, caller, failure));
            }
        }));
        return promise.future();
    }

    /** @return how much of it may be under way and wait, in all */
    public int places(CostlyWork work) {
        return work.bounds(settings).atOnce() + work.bounds(settings).queue();
    }

    /** @return the refusal, which is counted, of a caller that has no more room of its own */
    public LimitReachedException full(CostlyWork work, String caller) {
        return refused(work, caller, Limit.full(work));
    }

    private Permit counted(CostlyWork work, Permit permit) {
        counter(work, GIVEN).increment();
        return permit;
    }

    private LimitReachedException refused(CostlyWork work, String caller, Throwable failure) {
        var reached = (LimitReachedException) failure;
        counter(work, reached.reason().name()).increment();
        RARELY.log(Level.WARN, work + " " + reached.reason(), null,
                "Refused " + work + " of " + caller + ": " + reached.reason());
        return reached;
    }

    private Counter counter(CostlyWork work, String outcome) {
        return metrics.counter(METRIC, "kind", work.name(), "outcome", outcome);
    }
}
