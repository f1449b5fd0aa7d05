package org.portcullis.telnyx;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.portcullis.telnyx.TelnyxApi.FailedException;

/** Looks for port-outs that wait at Telnyx and were never announced here, such as while the portal could not be reached. */
@ApplicationScoped
class TelnyxLook {

    private static final Logger LOG = Logger.getLogger(TelnyxLook.class);

    private final TelnyxBook book;
    private final TelnyxApi api;
    private final WebhookSignature signature;
    private final Clock clock;

    TelnyxLook(TelnyxBook book, TelnyxApi api, WebhookSignature signature, Clock clock) {
        this.book = book;
        this.api = api;
        this.signature = signature;
        this.clock = clock;
    }

    @Scheduled(every = "${portcullis.telnyx.look-every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!signature.isOn()) {
            return;
        }
        var now = clock.instant();
        // A webhook that is on its way brings the PIN.
        var latest = now.minus(TelnyxPortOut.DECIDED_WITHIN);
        try {
            api.pending(now).stream().filter(pending -> !pending.since().isAfter(latest)).forEach(book::takeInMissed);
        } catch (FailedException e) {
            LOG.warnf("Could not look for what waits at Telnyx: %s", e.getMessage());
        }
    }
}
