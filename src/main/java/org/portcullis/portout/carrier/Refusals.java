package org.portcullis.portout.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.OncePerMinute;
import org.portcullis.portout.carrier.KnownCredential.ShownBeside;
import org.portcullis.web.http.ClientAddress;
import org.portcullis.web.http.RareLog;

/**
 * Counts refused credentials. The audit trail gets one row for each network and minute, or for each carrier and reason
 * if the credential was valid, so that a flood does not fill it.
 */
@ApplicationScoped
class Refusals {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(Refusals.class));

    private static final String REFUSED = "portcullis.credential.refused";

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
     * Stores nothing of the credential.
     *
     * @param carrier that has the user name, or null
     */
    void record(Protocol protocol, Outcome outcome, CarrierIdentity carrier, String address) {
        metrics.counter(REFUSED, "protocol", protocol.name(), "reason", outcome.name()).increment();
        if (!noted.isFirst(ClientAddress.network(address), clock.instant())) {
            return;
        }
        try {
            var subject = carrier == null ? new Subject(null, null, null)
                    : new Subject(carrier.id(), carrier.name(), null);
            audit.record(AuditEvent.CREDENTIAL_REFUSED, Actor.UNKNOWN, subject, protocol + " " + outcome, address);
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, e.getClass().getName(), null,
                    "A refused credential could not be noted in the audit trail (" + e.getClass().getSimpleName()
                            + ")");
        }
    }

    /**
     * A valid credential that may not be used from this address, or not without a certificate; it is also shown on the
     * carrier's page.
     */
    void recordKeptOut(RestrictionRefusal reason, CarrierIdentity carrier, ShownBeside beside) {
        var now = clock.instant();
        metrics.counter(REFUSED, "protocol", carrier.protocol().name(), "reason", reason.name()).increment();
        if (!noted.isFirst(carrier.id() + reason.name(), now)) {
            return;
        }
        // The desk recognizes the certificate by its fingerprint.
        var shown = reason == RestrictionRefusal.CERTIFICATE_UNKNOWN || reason == RestrictionRefusal.CERTIFICATE_ENDED
                ? " " + beside.certificate().fingerprint()
                : "";
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Carrier.keptOut(carrier.id(), reason, beside.address(), now);
                audit.record(AuditEvent.CREDENTIAL_KEPT_OUT, Actor.UNKNOWN,
                        new Subject(carrier.id(), carrier.name(), null),
                        carrier.protocol() + " " + reason + shown, beside.address());
            });
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "kept out " + e.getClass().getName(), null,
                    "A good credential that was kept out could not be noted in the audit trail ("
                            + e.getClass().getSimpleName() + ")");
        }
    }
}
