package org.portcullis.portout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;
import org.portcullis.portout.guess.GuessCount.Standing;
import org.portcullis.portout.guess.PinAttemptLimiter.Change;
import org.portcullis.portout.guess.PinAttemptLimiter.Standings;

/**
 * Sends an e-mail when guessing is first slowed and when it is first blocked: to an organization's admins, or for a
 * carrier to the porting desk.
 */
@ApplicationScoped
class GuessWarning {

    /** Tag value of the counter: guessing at one organization. */
    private static final String ORGANIZATION = "organization";
    private static final String PAIR = "organization-and-carrier";
    private static final String CARRIER = "carrier";

    private final PortOutNotice notice;
    private final AuditTrail audit;
    private final MeterRegistry metrics;

    GuessWarning(PortOutNotice notice, AuditTrail audit, MeterRegistry metrics) {
        this.notice = notice;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** An account number, a ZIP code or a PIN was checked and is wrong. */
    void guessed(Standings standings, PortOutRequest request, Organization organization, String address, Instant now) {
        count(standings.ofOrganization(), ORGANIZATION);
        count(standings.ofPair(), PAIR);
        count(standings.ofCarrier(), CARRIER);
        tell(standings, request, organization, address, now);
    }

    /** Registers the counters with 0, so that an alert sees the first event as an increase. */
    void publish(@Observes StartupEvent start) {
        for (Standing standing : Standing.values()) {
            counter(standing, ORGANIZATION);
            counter(standing, PAIR);
            counter(standing, CARRIER);
        }
    }

    private void count(Change change, String of) {
        counter(change.after(), of).increment();
    }

    private Counter counter(Standing standing, String of) {
        return metrics.counter("portcullis.port.out.guesses", "standing", standing.name(), "of", of);
    }

    private void tell(Standings standings, PortOutRequest request, Organization organization, String address,
            Instant now) {
        if (standings.ofOrganization().isWorse()) {
            tellAdmins(PortOutNews.GUESSING_LOCKED, AuditEvent.GUESSING_LOCKED, request, organization, address, now);
        } else if (standings.ofPair().isWorse()) {
            var isLocked = standings.ofPair().after() == Standing.LOCKED;
            tellAdmins(isLocked ? PortOutNews.GUESSING_STOPPED : PortOutNews.GUESSING_SLOWED, event(isLocked), request,
                    organization, address, now);
        }
        if (standings.ofCarrier().isWorse()) {
            var isLocked = standings.ofCarrier().after() == Standing.LOCKED;
            audit.record(event(isLocked), request.asker(), new Subject(request.askerId, request.askerName, null),
                    address);
            notice.tellDesk(isLocked ? PortOutNews.CARRIER_LOCKED : PortOutNews.CARRIER_SLOWED, request, organization,
                    now);
        }
    }

    private void tellAdmins(PortOutNews news, AuditEvent event, PortOutRequest request, Organization organization,
            String address, Instant now) {
        audit.record(event, request.asker(), new Subject(request.id, request.getSummary(), organization.id), address);
        notice.tell(news, request, organization, now);
    }

    private static AuditEvent event(boolean isLocked) {
        return isLocked ? AuditEvent.GUESSING_LOCKED : AuditEvent.GUESSING_SLOWED;
    }
}
