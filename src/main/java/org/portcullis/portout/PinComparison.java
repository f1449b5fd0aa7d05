package org.portcullis.portout;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.portoutpin.PortOutPinDigest;
import org.portcullis.settings.Settings;

/**
 * Compares PINs, which takes long on purpose, on a few threads of its own with a short queue: however many ask at once,
 * pages go on working, and who finds the queue full is refused at once instead of waiting past the carrier's patience.
 */
@ApplicationScoped
class PinComparison {

    /** Well inside the 30 seconds after which a platform takes silence for a yes. */
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final PortOutPinDigest digest;
    private final int most;
    private final Semaphore places;
    private final ExecutorService threads;

    /** For the client proxy. */
    PinComparison() {
        this.digest = null;
        this.most = 0;
        this.places = null;
        this.threads = null;
    }

    @Inject
    PinComparison(PortOutPinDigest digest, Settings settings) {
        this(digest, settings.portOut().comparisonThreads().orElse(Runtime.getRuntime().availableProcessors()),
                settings.portOut().comparisonQueue());
    }

    private PinComparison(PortOutPinDigest digest, int threads, int queue) {
        this.digest = digest;
        this.most = threads + queue;
        this.places = new Semaphore(most);
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "pin-comparison");
            thread.setDaemon(true);
            return thread;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** @return a place in the queue, not taken yet */
    Place place() {
        return new Place();
    }

    /** @return how many may be compared or wait for it at a time */
    int places() {
        return most;
    }

    /** How many could be compared or wait now; for the metrics. */
    int free() {
        return places.availablePermits();
    }

    /** A place in the queue, for one comparison. */
    class Place implements AutoCloseable {

        private final AtomicBoolean isTaken = new AtomicBoolean();

        /** @throws OverfullException if there is none left */
        void take() {
            if (!isTaken.get()) {
                if (!places.tryAcquire()) {
                    throw new OverfullException();
                }
                isTaken.set(true);
            }
        }

        /** @throws IllegalStateException if it did not come to an end in time */
        boolean matches(String pin, PortOutPin stored) {
            var comparison = threads.submit(() -> digest.matches(pin, stored));
            try {
                return comparison.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a PIN was compared", e);
            } catch (TimeoutException e) {
                comparison.cancel(false);
                throw new IllegalStateException("A PIN could not be compared in time", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A PIN could not be compared", e.getCause());
            }
        }

        @Override
        public void close() {
            if (isTaken.compareAndSet(true, false)) {
                places.release();
            }
        }
    }
}
