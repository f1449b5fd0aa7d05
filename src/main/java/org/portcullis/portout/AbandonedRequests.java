package org.portcullis.portout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/**
 * Refuses requests that were left undecided because a process died or the comparison failed; their carriers were
 * answered with a refusal. Every process runs this job; the row lock on a request lets one process refuse it.
 */
@ApplicationScoped
class AbandonedRequests {

    private static final Logger LOG = Logger.getLogger(AbandonedRequests.class);
    private static final int BATCH = 50;

    private final PortOutNotice notice;
    private final VerdictRecorder verdicts;
    private final Clock clock;

    AbandonedRequests(PortOutNotice notice, VerdictRecorder verdicts, Clock clock) {
        this.notice = notice;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void refuse() {
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> PortOutRequest.left(clock.instant(), BATCH))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> refuse(id));
            } catch (RuntimeException e) {
                // One failure must not delay the other requests; this one is tried again at the next run.
                LOG.errorf(e, "Could not refuse port-out request %s, which was left undecided", id);
            }
        }
    }

    private void refuse(UUID id) {
        var now = clock.instant();
        var organization = PortOutRequest.organizationOf(id).map(Organization::byIdForUpdate).orElse(null);
        var request = PortOutRequest.byIdForUpdate(id).orElseThrow();
        if (!request.isLeft(now)) {
            return;
        }
        request.refuse(List.of(Refusal.UNDECIDED), now);
        if (organization != null && !request.told) {
            request.told = notice.tellOfRefusal(request, organization, now);
        }
        verdicts.add(AuditEvent.PORT_OUT_REFUSED, Actor.PORTAL, request, Refusal.UNDECIDED.name(), null);
    }
}
