package org.portcullis.portout;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.portcullis.portout.PinComparison.Place;
import org.portcullis.portout.PortOutBook.Opening;

/**
 * Decides whether numbers may leave: allowed, or refused with every reason. It knows no protocol. The PIN is compared
 * once for a whole question, between two transactions: the first makes all other checks and counts the PIN as being
 * compared, the second makes all checks again while it holds the organization's row, and decides.
 */
@ApplicationScoped
public class PortOutDesk {

    /** Well inside the 30 seconds after which a platform takes silence for a yes. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PortOutBook book;
    private final PinComparison comparison;
    private final MeterRegistry metrics;

    PortOutDesk(PortOutBook book, PinComparison comparison, MeterRegistry metrics) {
        this.book = book;
        this.comparison = comparison;
        this.metrics = metrics;
    }

    /**
     * Blocks for as long as a comparison takes. Call it outside of a transaction.
     *
     * @throws RuntimeException if it could not be decided: whoever asked must then be refused
     */
    public Answer decide(PortOutQuestion question) {
        var start = System.nanoTime();
        try {
            return decide(question, start + PATIENCE.toNanos());
        } finally {
            metrics.timer("portcullis.port.out.answer", "channel", question.asker().channel().name())
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** @return what this asker is told of a request of its own as it is now; nothing for anybody else's */
    public Optional<Answer> answer(UUID request, Asker asker) {
        return book.answer(request, asker);
    }

    private Answer decide(PortOutQuestion question, long end) {
        try (var place = comparison.place()) {
            var opening = book.open(question, place);
            while (opening.isLater()) {
                place.close();
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Other PINs took too long to be compared");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                opening = book.open(question, place);
            }
            return opening.answer() != null ? opening.answer() : conclude(question, opening, place);
        }
    }

    private Answer conclude(PortOutQuestion question, Opening opening, Place place) {
        var isRight = opening.pin() == null || place.matches(question.pin(), opening.pin());
        return book.conclude(question, opening, isRight);
    }
}
