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
 * Compares PINs, which takes long on purpose, on a few threads of its own with a short queue: however many ask at once,
 * pages go on working, and who finds the queue full is refused at once instead of waiting past the carrier's patience.
 * A place in it is taken before anything is read, for each question occupies a thread that pages need as well.
 */
@ApplicationScoped
public class PinComparison {

    /** Well inside the 30 seconds after which a platform takes silence for a yes. */
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

    /** @throws OverfullException if there is none left */
    public Place place() {
        if (!places.tryAcquire()) {
            throw new OverfullException();
        }
        return new Place();
    }

    /** How many could be compared or wait now; for the metrics. */
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
         * @throws NotComparedException if it did not begin in time
         * @throws IllegalStateException if it did not come to an end in time
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
