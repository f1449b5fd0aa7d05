package org.portcullis.portout.telnyx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.portcullis.portout.telnyx.TelnyxApi.FailedException;
import org.portcullis.portout.telnyx.TelnyxApi.Standing;

/**
 * Polls Telnyx for what no webhook reported, such as while the portal was unreachable: port-outs that await an answer,
 * and changes of known ones.
 */
@ApplicationScoped
class TelnyxPoller {

    private static final Logger LOG = Logger.getLogger(TelnyxPoller.class);
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    /** The rest is polled at the next run. */
    private static final int MOST = 500;

    private final TelnyxStore store;
    private final TelnyxNewsStore news;
    private final TelnyxApi api;
    private final WebhookSignature signature;
    private final MeterRegistry metrics;
    private final Clock clock;

    TelnyxPoller(TelnyxStore store, TelnyxNewsStore news, TelnyxApi api, WebhookSignature signature,
            MeterRegistry metrics, Clock clock) {
        this.store = store;
        this.news = news;
        this.api = api;
        this.signature = signature;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "${portcullis.telnyx.look-every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!signature.isOn()) {
            return;
        }
        try {
            lookForPending();
            for (String id : news.toLookAt(MOST)) {
                lookAt(id);
            }
            counter(DONE).increment();
        } catch (FailedException e) {
            counter(FAILED).increment();
            LOG.warnf("Stopped looking at Telnyx: %s", e.getMessage());
        }
    }

    /** @throws FailedException if other requests would fail, too */
    private void lookForPending() throws FailedException {
        var now = clock.instant();
        try {
            api.pending(now).forEach(pending -> takeIn(pending, now));
        } catch (FailedException e) {
            LOG.warnf("Could not look for what waits at Telnyx: %s", e.getMessage());
            if (e.isOfEveryPortOut()) {
                throw e;
            }
        }
    }

    /** Registers the counters with 0, so that an alert sees the first event as an increase. */
    void publish(@Observes StartupEvent start) {
        counter(DONE);
        counter(FAILED);
    }

    private Counter counter(String outcome) {
        return metrics.counter("portcullis.telnyx.looks", "outcome", outcome);
    }

    private void takeIn(Standing pending, Instant now) {
        try {
            news.compare(pending, now);
            // The webhook, which has the PIN, may still be on its way.
            if (!pending.createdAt().isAfter(now.minus(TelnyxPortOut.DECIDED_WITHIN))) {
                store.takeInMissed(pending);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not take in Telnyx's port-out %s", pending.id());
        }
    }

    /** @throws FailedException if requests for other port-outs would fail, too */
    private void lookAt(String id) throws FailedException {
        try {
            if (!news.claimLook(id)) {
                return;
            }
            var now = clock.instant();
            var standing = api.get(id);
            if (standing.isPresent()) {
                news.compare(standing.get(), now);
                for (TelnyxApi.Comment said : api.comments(id, now)) {
                    news.takeInComment(id, said);
                }
            }
        } catch (FailedException e) {
            LOG.warnf("Could not look at Telnyx's port-out %s: %s", id, e.getMessage());
            if (e.isOfEveryPortOut()) {
                throw e;
            }
        } catch (RuntimeException e) {
            // A failure of one port-out must not delay the others.
            LOG.errorf(e, "Could not look after Telnyx's port-out %s", id);
        }
    }
}
