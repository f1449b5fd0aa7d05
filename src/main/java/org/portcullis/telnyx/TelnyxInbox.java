package org.portcullis.telnyx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limits;
import org.portcullis.portout.Asker;
import org.portcullis.portout.Channel;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.OverfullException;
import org.portcullis.portout.PortOutDesk;
import org.portcullis.portout.PortOutQuestion;

/** Takes in what Telnyx announces, and decides on it while the PIN is at hand: it is kept nowhere. */
@ApplicationScoped
class TelnyxInbox {

    /** Time to note that nobody gave a word, before what is undecided is rejected. */
    private static final Duration AFTER_THE_WORD = Duration.ofMinutes(5);

    /** All that Telnyx announces counts together: it has one portal and one key. */
    private static final String CALLER = "telnyx";

    private static final Logger LOG = Logger.getLogger(TelnyxInbox.class);

    private final TelnyxBook book;
    private final TelnyxNewsBook news;
    private final PortOutDesk desk;
    private final Limits limits;
    private final ClosedFailures closed;
    private final MeterRegistry metrics;

    TelnyxInbox(TelnyxBook book, TelnyxNewsBook news, PortOutDesk desk, Limits limits, ClosedFailures closed, MeterRegistry metrics) {
        this.book = book;
        this.news = news;
        this.desk = desk;
        this.limits = limits;
        this.closed = closed;
        this.metrics = metrics;
    }

    /**
     * @param address that it was sent from
     * @return whether it is done with; if not, it has to come again, and its PIN with it
     */
    boolean take(TelnyxEvent event, String address) {
        if (event.isOfDate() || event.isOfComment()) {
            return takeNews(event);
        }
        if (event.isOfPortOut() && !event.isUsable()) {
            return takeUnusable(event);
        }
        var status = event.status();
        if (!event.isOfPortOut() || status.isEmpty()) {
            count("ignored");
            return true;
        }
        try {
            var taken = book.takeIn(event, status.get());
            var step = taken.step();
            if (step == TelnyxBook.Step.TO_DECIDE) {
                var question = question(event, address).again(taken.earlier());
                book.link(event.id(), limits.within(CostlyWork.VERDICT, CALLER, () -> desk.decide(question)).id());
            }
            count(step == TelnyxBook.Step.OLD ? "old" : status.get().name().toLowerCase(Locale.ROOT));
            return true;
        } catch (LimitReachedException e) {
            // It is known by now, and rejected before the silence ends, should it never come again.
            closed.count(Channel.TELNYX, event.carrier(), new OverfullException(e.getMessage()));
            count("failed");
            return false;
        } catch (RuntimeException e) {
            closed.count(Channel.TELNYX, event.carrier(), e);
            count("failed");
            return false;
        }
    }

    private boolean takeNews(TelnyxEvent event) {
        try {
            count(isTaken(event) ? event.isOfDate() ? "date" : "comment" : "ignored");
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "News of Telnyx's port-out %s could not be kept", event.id());
            count("failed");
            return false;
        }
    }

    private boolean isTaken(TelnyxEvent event) {
        if (event.id() == null) {
            return false;
        }
        if (event.isOfDate()) {
            return event.focAt().isPresent() && news.takeInDate(event.id(), event.focAt().get(), event.occurredAt());
        }
        if (event.commentId() == null || event.comment() == null) {
            return false;
        }
        news.takeInComment(event.id(), new TelnyxApi.Comment(event.commentId(), event.comment(), event.occurredAt()));
        return true;
    }

    /** Nobody can decide it here, and Telnyx takes silence for a yes: the desk has to look for it there. */
    private boolean takeUnusable(TelnyxEvent event) {
        closed.count(Channel.TELNYX, event.carrier(), new IllegalStateException("A port-out without a usable id or status"));
        count("failed");
        try {
            book.warnOfUnusable(event);
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The desk could not be told of a port-out of Telnyx that can't be read");
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

    /** So that the first one of each is an increase, too. */
    void publish(@Observes StartupEvent start) {
        List.of("refused", "failed").forEach(this::counter);
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return metrics.counter("portcullis.telnyx.events", "outcome", outcome);
    }
}
