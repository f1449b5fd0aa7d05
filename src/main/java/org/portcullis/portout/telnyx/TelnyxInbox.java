package org.portcullis.portout.telnyx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limits;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.PortOutDecider;
import org.portcullis.portout.PortOutQuestion;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.web.http.RareLog;

/** Processes Telnyx's announcements, and decides at once, since the PIN is not stored. */
@ApplicationScoped
class TelnyxInbox {

    /** Time to record that no admin answered, before undecided port-outs are rejected. */
    private static final Duration AFTER_THE_WORD = Duration.ofMinutes(5);

    /** All announcements share one limit, since Telnyx has one portal and one key. */
    private static final String CALLER = "telnyx";

    private static final RareLog RARELY = new RareLog(Logger.getLogger(TelnyxInbox.class));

    private final TelnyxStore store;
    private final TelnyxNewsStore news;
    private final PortOutDecider decider;
    private final Limits limits;
    private final ClosedFailures closed;
    private final MeterRegistry metrics;

    TelnyxInbox(TelnyxStore store, TelnyxNewsStore news, PortOutDecider decider, Limits limits, ClosedFailures closed,
            MeterRegistry metrics) {
        this.store = store;
        this.news = news;
        this.decider = decider;
        this.limits = limits;
        this.closed = closed;
        this.metrics = metrics;
    }

    /**
     * @param address of the sender
     * @return whether it is finished; if not, Telnyx has to send it again, with its PIN
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
            var taken = store.takeIn(event, status.get());
            var step = taken.step();
            if (step == TelnyxStore.Step.TO_DECIDE) {
                var question = question(event, address).again(taken.earlier());
                store.link(event.id(), limits.within(CostlyWork.VERDICT, CALLER, () -> decider.decide(question)).id());
            }
            count(step == TelnyxStore.Step.OLD ? "old" : status.get().name().toLowerCase(Locale.ROOT));
            return true;
        } catch (LimitReachedException e) {
            // It is stored by now; if Telnyx never sends it again, it is rejected before the automatic approval.
            closed.count(PortOutChannel.TELNYX, event.carrier(), new OverfullException(e.getMessage()));
            count("failed");
            return false;
        } catch (RuntimeException e) {
            closed.count(PortOutChannel.TELNYX, event.carrier(), e);
            count("failed");
            return false;
        }
    }

    private boolean takeNews(TelnyxEvent event) {
        try {
            count(isTaken(event) ? event.isOfDate() ? "date" : "comment" : "ignored");
            return true;
        } catch (RuntimeException e) {
            RARELY.log(Level.ERROR, "news " + RareLog.kindOf(e), e,
                    "News of Telnyx's port-out " + event.id() + " could not be kept");
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

    /** It can't be decided here, and Telnyx takes silence for an approval: the desk has to handle it at Telnyx. */
    private boolean takeUnusable(TelnyxEvent event) {
        closed.count(PortOutChannel.TELNYX, event.carrier(),
                new IllegalStateException("A port-out without a usable id or status"));
        count("failed");
        try {
            store.warnOfUnusable(event);
            return true;
        } catch (RuntimeException e) {
            RARELY.log(Level.ERROR, "unusable " + RareLog.kindOf(e), e,
                    "The desk could not be told of a port-out of Telnyx that can't be read");
            return false;
        }
    }

    void countRefused() {
        count("refused");
    }

    private PortOutQuestion question(TelnyxEvent event, String address) {
        // Telnyx's retries differ in an attempt counter, so only the id and the PIN are digested.
        var same = (event.id() + "\n" + event.pin()).getBytes(StandardCharsets.UTF_8);
        return new PortOutQuestion(new RequestingCarrier(null, event.carrier(), PortOutChannel.TELNYX), event.numbers())
                .withPin(event.pin()).withPon(event.pon()).withAccount(event.accountNumber(), event.zip())
                .withSubscriber(event.subscriber()).withIdempotencyKey(event.id()).withBody(same).from(address)
                .withSilence(store.silenceEndsAt(event), store.decideBy(event).minus(AFTER_THE_WORD));
    }

    /** Registers the counters with 0, so that an alert sees the first event as an increase. */
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
