package org.portcullis.web.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The threads of each {@link RequestKind}. Quarkus' worker threads are left to health and to scheduled tasks, such as
 * the one that answers Telnyx.
 */
@ApplicationScoped
public class RequestThreads {

    /** Queue length for each thread: a request that would wait longer is better refused at once. */
    private static final int WAITING_FOR_EACH = 16;
    private static final int CREDENTIAL_THREADS = 32;
    /** Vert.x logs a warning for a task that takes longer. */
    private static final long LONGEST_SECONDS = 60;

    private final Map<RequestKind, Pool> pools = new EnumMap<>(RequestKind.class);

    /** Required by the CDI client proxy. */
    protected RequestThreads() {
    }

    @Inject
    RequestThreads(Vertx vertx, @ConfigProperty(name = "portcullis.http.page-threads", defaultValue = "64") int pages,
            @ConfigProperty(name = "portcullis.http.carrier-threads", defaultValue = "32") int carriers) {
        for (RequestKind work : RequestKind.values()) {
            int threads = switch (work) {
                case PAGES -> pages;
                case CREDENTIALS -> CREDENTIAL_THREADS;
                default -> carriers;
            };
            pools.put(work, new Pool(work, threads, vertx.createSharedWorkerExecutor(
                    "portcullis-" + work.name().toLowerCase(Locale.ROOT), threads, LONGEST_SECONDS, TimeUnit.SECONDS)));
        }
    }

    private static final class Pool {

        private final RequestKind work;
        private final WorkerExecutor threads;
        private final int most;
        private final AtomicInteger held = new AtomicInteger();

        private Pool(RequestKind work, int size, WorkerExecutor threads) {
            this.work = work;
            this.threads = threads;
            this.most = size * (1 + WAITING_FOR_EACH);
        }

        private <T> Future<T> run(Callable<T> task) {
            if (held.incrementAndGet() > most) {
                held.decrementAndGet();
                return Future.failedFuture(new RejectedExecutionException("Too much waits for the threads of " + work));
            }
            try {
                return threads.executeBlocking(task, false).onComplete(end -> held.decrementAndGet());
            } catch (RuntimeException e) {
                held.decrementAndGet();
                return Future.failedFuture(e);
            }
        }
    }

    /**
     * @return the result, on the caller's event loop; it fails with {@link RejectedExecutionException} if the queue is
     * full
     */
    public <T> Future<T> run(RequestKind work, Callable<T> task) {
        return pools.get(work).run(task);
    }

    /** The same for Mutiny. The task starts at the subscription. */
    public <T> Uni<T> uni(RequestKind work, Callable<T> task) {
        return Uni.createFrom().completionStage(() -> run(work, task).toCompletionStage());
    }

    /** @return how many tasks of that kind run or wait */
    int held(RequestKind work) {
        return pools.get(work).held.get();
    }
}
