package org.portcullis.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.web.ClientAddress;
import org.portcullis.web.RareLog;

/** Counts each refused credential, and notes one for each network and minute in the audit trail: a flood must not fill it. */
@ApplicationScoped
class Refusals {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(Refusals.class));

    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final OncePerMinute noted = new OncePerMinute();

    Refusals(AuditTrail audit, MeterRegistry metrics, Clock clock) {
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Nothing that was shown is kept.
     *
     * @param carrier whose user name it was, or null
     */
    void record(Protocol protocol, Outcome outcome, CarrierIdentity carrier, String address) {
        metrics.counter("portcullis.credential.refused", "protocol", protocol.name(), "reason", outcome.name()).increment();
        if (!noted.isFirst(ClientAddress.network(address), clock.instant())) {
            return;
        }
        try {
            var subject = carrier == null ? new Subject(null, null, null) : new Subject(carrier.id(), carrier.name(), null);
            audit.record(AuditEvent.CREDENTIAL_REFUSED, Actor.UNKNOWN, subject, protocol + " " + outcome, address);
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null,
                    "A refused credential could not be noted in the audit trail (" + e.getClass().getSimpleName() + ")");
        }
    }
}
