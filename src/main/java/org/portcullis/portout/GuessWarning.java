package org.portcullis.portout;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.organization.Organization;
import org.portcullis.portout.GuessCount.Standing;
import org.portcullis.portout.GuessGate.Change;
import org.portcullis.portout.GuessGate.Standings;

/** Tells of guessing once when it begins to be slowed, and once when it is stopped: an organization's admins, or the desk of a carrier. */
@ApplicationScoped
class GuessWarning {

    private final PortOutNotice notice;
    private final AuditTrail audit;
    private final MeterRegistry metrics;

    GuessWarning(PortOutNotice notice, AuditTrail audit, MeterRegistry metrics) {
        this.notice = notice;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** A PIN was compared and is wrong. */
    void guessed(Standings standings, PortOutRequest request, Organization organization, String address, Instant now) {
        count(standings.ofOrganization(), "organization");
        count(standings.ofCarrier(), "carrier");
        tell(standings, request, organization, address, now);
    }

    /** A PIN was not looked at, or others before it were lost; that is news only if it is worse than before. */
    void entered(Standings standings, PortOutRequest request, Organization organization, String address, Instant now) {
        if (standings.ofOrganization().isWorse()) {
            count(standings.ofOrganization(), "organization");
        }
        if (standings.ofCarrier().isWorse()) {
            count(standings.ofCarrier(), "carrier");
        }
        tell(standings, request, organization, address, now);
    }

    private void count(Change change, String of) {
        metrics.counter("portcullis.port.out.guesses", "standing", change.after().name(), "of", of).increment();
    }

    private void tell(Standings standings, PortOutRequest request, Organization organization, String address, Instant now) {
        if (standings.ofOrganization().isWorse()) {
            var isLocked = standings.ofOrganization().after() == Standing.LOCKED;
            audit.record(event(isLocked), request.asker(), new Subject(request.id, request.getSummary(), organization.id), address);
            notice.tell(isLocked ? PortOutNews.GUESSING_LOCKED : PortOutNews.GUESSING_SLOWED, request, organization, now);
        }
        if (standings.ofCarrier().isWorse()) {
            var isLocked = standings.ofCarrier().after() == Standing.LOCKED;
            audit.record(event(isLocked), request.asker(), new Subject(request.askerId, request.askerName, null), address);
            notice.tellDesk(isLocked ? PortOutNews.CARRIER_LOCKED : PortOutNews.CARRIER_SLOWED, request, organization, now);
        }
    }

    private static AuditEvent event(boolean isLocked) {
        return isLocked ? AuditEvent.GUESSING_LOCKED : AuditEvent.GUESSING_SLOWED;
    }
}
