package org.portcullis.carrier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;

/** Counts each refused credential, and notes one for each address and minute in the audit trail: a flood must not fill it. */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    /** Addresses that are remembered at a time. */
    private static final int MOST = 10_000;

    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<String, Instant> noted = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

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
        if (!isFirst(address, clock.instant())) {
            return;
        }
        try {
            var subject = carrier == null ? new Subject(null, null, null) : new Subject(carrier.id(), carrier.name(), null);
            audit.record(AuditEvent.CREDENTIAL_REFUSED, Actor.UNKNOWN, subject, protocol + " " + outcome, address);
        } catch (RuntimeException e) {
            LOG.warnf("A refused credential could not be noted in the audit trail (%s)", e.getClass().getSimpleName());
        }
    }

    /** @return whether none was noted for that address within the last minute */
    synchronized boolean isFirst(String address, Instant now) {
        var before = noted.get(address);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            return false;
        }
        noted.remove(address);
        noted.put(address, now);
        return true;
    }
}
