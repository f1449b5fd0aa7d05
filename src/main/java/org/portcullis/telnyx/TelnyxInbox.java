package org.portcullis.telnyx;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.portcullis.portout.Asker;
import org.portcullis.portout.Channel;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDesk;
import org.portcullis.portout.PortOutQuestion;

/** Takes in what Telnyx announces, and decides on it while the PIN is at hand: it is kept nowhere. */
@ApplicationScoped
class TelnyxInbox {

    /** Time to note that nobody gave a word, before what is undecided is rejected. */
    private static final Duration AFTER_THE_WORD = Duration.ofMinutes(5);

    private final TelnyxBook book;
    private final PortOutDesk desk;
    private final ClosedFailures closed;
    private final MeterRegistry metrics;

    TelnyxInbox(TelnyxBook book, PortOutDesk desk, ClosedFailures closed, MeterRegistry metrics) {
        this.book = book;
        this.desk = desk;
        this.closed = closed;
        this.metrics = metrics;
    }

    /**
     * @param address that it was sent from
     * @return whether it is done with; if not, it has to come again, and its PIN with it
     */
    boolean take(TelnyxEvent event, String address) {
        var status = event.status();
        if (!event.isOfPortOut() || status.isEmpty()) {
            count("ignored");
            return true;
        }
        try {
            var step = book.takeIn(event, status.get());
            if (step == TelnyxBook.Step.TO_DECIDE) {
                book.link(event.id(), desk.decide(question(event, address)).id());
            }
            count(step == TelnyxBook.Step.OLD ? "old" : status.get().name().toLowerCase(Locale.ROOT));
            return true;
        } catch (RuntimeException e) {
            closed.count(Channel.TELNYX, event.carrier(), e);
            count("failed");
            return false;
        }
    }

    void countRefused() {
        count("refused");
    }

    private PortOutQuestion question(TelnyxEvent event, String address) {
        // Telnyx counts its attempts in the body: a retry is known by what stays the same.
        var same = (event.id() + "\n" + event.pin()).getBytes(StandardCharsets.UTF_8);
        return new PortOutQuestion(new Asker(null, event.carrier(), Channel.TELNYX), event.numbers())
                .withPin(event.pin()).withPon(event.pon()).withAccount(event.accountNumber(), event.zip())
                .withSubscriber(event.subscriber()).withIdempotencyKey(event.id()).withBody(same).from(address)
                .withSilence(book.silenceEndsAt(event), book.decideBy(event).minus(AFTER_THE_WORD));
    }

    private void count(String outcome) {
        metrics.counter("portcullis.telnyx.events", "outcome", outcome).increment();
    }
}
