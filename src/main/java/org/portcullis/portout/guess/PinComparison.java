package org.portcullis.portout.guess;

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
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinDigest;
import org.portcullis.settings.Settings;

/**
 * Compares PINs, which is slow on purpose, on a few threads of its own with a short queue, so that pages keep working
 * under load. If the queue is full, a request is refused at once instead of exceeding the carrier's time limit. A place
 * is taken before the request is read, since each request occupies a thread that pages need as well.
 */
@ApplicationScoped
public class PinComparison {

    /** Well below the 30 seconds after which a platform takes silence for an approval. */
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final PortOutPinDigest digest;
    private final Semaphore places;
    private final ExecutorService threads;

    /** For the client proxy. */
    PinComparison() {
        this.digest = null;
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
        this.places = new Semaphore(threads + queue);
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "pin-comparison");
            thread.setDaemon(true);
            return thread;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** @throws OverfullException if no place is free */
    public Place place() {
        if (!places.tryAcquire()) {
            throw new OverfullException();
        }
        return new Place();
    }

    /** The number of free places, for the metrics. */
    public int free() {
        return places.availablePermits();
    }

    /** A PIN could not be compared in time, and will not be. */
    public static final class NotComparedException extends IllegalStateException {

        NotComparedException() {
            super("A PIN could not be compared in time");
        }
    }

    /** A place in the queue, for one comparison. */
    public class Place implements AutoCloseable {

        private Place() {
        }

        /**
         * @throws NotComparedException if the comparison did not begin in time
         * @throws IllegalStateException if it did not finish in time
         */
        public boolean matches(String pin, PortOutPin stored) {
            var isTaken = new AtomicBoolean();
            var comparison = threads.submit(() -> isTaken.compareAndSet(false, true) && digest.matches(pin, stored));
            try {
                return comparison.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a PIN was compared", e);
            } catch (TimeoutException e) {
                if (isTaken.compareAndSet(false, true)) {
                    throw new NotComparedException();
                }
                throw new IllegalStateException("A PIN could not be compared in time", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A PIN could not be compared", e.getCause());
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }
}
