package org.portcullis.portout.telnyx;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.portcullis.database.DatabaseGauges;
import org.portcullis.portout.telnyx.TelnyxApi.FailedException;
import org.portcullis.settings.Settings;

/**
 * Tells Telnyx the decisions, and rejects undecided port-outs in time. Every process runs this job; a claim in the
 * database lets one process at a time tell each port-out. If it dies, another one repeats the message, which does no
 * harm.
 */
@ApplicationScoped
class TelnyxNotifier {

    private static final Logger LOG = Logger.getLogger(TelnyxNotifier.class);
    private static final int BATCH = 50;

    private final TelnyxStore store;
    private final TelnyxApi api;
    private final WebhookSignature signature;
    private final Settings.Telnyx settings;
    private final Clock clock;

    /** For the client proxy. */
    TelnyxNotifier() {
        this.store = null;
        this.api = null;
        this.signature = null;
        this.settings = null;
        this.clock = null;
    }

    @Inject
    TelnyxNotifier(TelnyxStore store, TelnyxApi api, WebhookSignature signature, Settings settings, Clock clock) {
        this.store = store;
        this.api = api;
        this.signature = signature;
        this.settings = settings.telnyx();
        this.clock = clock;
    }

    /** Computed when the metrics are read, so that they also show that the job has stopped. */
    void publish(@Observes StartupEvent start, DatabaseGauges gauges) {
        gauges.register("portcullis.telnyx.silence.running", "Port-outs that Telnyx takes silence on for a yes",
                TelnyxPortOut::countOpen);
        gauges.register("portcullis.telnyx.silence.left.seconds", "Until Telnyx takes the first silence for a yes",
                () -> TelnyxPortOut.firstEnd().map(end -> (double) Duration.between(clock.instant(), end).toSeconds())
                        .orElse(Double.NaN));
    }

    @Scheduled(every = "${portcullis.telnyx.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!signature.isOn()) {
            return;
        }
        var now = clock.instant();
        each(found(() -> TelnyxPortOut.toWarnOf(now.plus(settings.warnBefore()), now, BATCH)), store::warn);
        each(found(() -> TelnyxPortOut.decided(BATCH)), store::settle);
        var due = found(() -> TelnyxPortOut.due(clock.instant(), BATCH));
        while (!due.isEmpty() && due.stream().allMatch(this::tell)) {
            due = found(() -> TelnyxPortOut.due(clock.instant(), BATCH));
        }
    }

    private static List<String> found(Callable<List<String>> query) {
        return QuarkusTransaction.requiringNew().call(query);
    }

    /** A failure of one port-out, such as a concurrent change of its order, must not delay the others. */
    private static void each(List<String> ids, Consumer<String> step) {
        for (String id : ids) {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Could not look after Telnyx's port-out %s", id);
            }
        }
    }

    /** @return whether another request to Telnyx could succeed */
    private boolean tell(String id) {
        try {
            var attempt = store.begin(id);
            if (attempt == null) {
                return true;
            }
            try {
                store.told(attempt, api.tell(id, attempt.message()));
            } catch (FailedException e) {
                LOG.warnf("Could not tell Telnyx of port-out %s, attempt %d: %s", id, attempt.attempt(),
                        e.getMessage());
                store.failed(attempt, e.getMessage());
                return !e.isOfEveryPortOut();
            }
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not look after Telnyx's port-out %s", id);
            return false;
        }
    }
}
