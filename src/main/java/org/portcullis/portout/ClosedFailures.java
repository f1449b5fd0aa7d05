package org.portcullis.portout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.web.http.RareLog;

/**
 * Requests that were refused because they could not be decided: counted, logged, and written to the audit trail as soon
 * as the database is available again, since the database is the most likely cause.
 */
@ApplicationScoped
public class ClosedFailures {

    private static final Logger LOG = Logger.getLogger(ClosedFailures.class);
    /** Limits the log: a carrier can send any number of requests, also while the database is down. */
    private static final RareLog RARELY = new RareLog(LOG);

    private static final String OVERFULL = "OVERFULL";
    private static final String KEPT_OUT = "KEPT_OUT";
    private static final String FAILURE = "FAILURE";

    private final AtomicInteger toBeNoted = new AtomicInteger();
    private final AuditTrail audit;
    private final MeterRegistry metrics;

    ClosedFailures(AuditTrail audit, MeterRegistry metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    /** Registers the counters with 0, so that an alert sees the first event as an increase. */
    void publish(@Observes StartupEvent start) {
        for (PortOutChannel channel : PortOutChannel.values()) {
            counter(channel, OVERFULL);
            counter(channel, KEPT_OUT);
            counter(channel, FAILURE);
        }
    }

    private Counter counter(PortOutChannel channel, String cause) {
        return metrics.counter("portcullis.port.out.closed", "channel", channel.name(), "cause", cause);
    }

    /** @param cause of the failure; it must not contain anything from the request */
    public void count(PortOutChannel channel, String carrier, Throwable cause) {
        toBeNoted.incrementAndGet();
        var kind = kind(cause);
        counter(channel, kind).increment();
        var message = "Refused a port-out request of " + carrier + " over " + channel + " undecided";
        if (kind.equals(FAILURE)) {
            RARELY.log(Level.ERROR, channel + carrier + cause.getClass().getName(), cause, message);
        } else {
            RARELY.log(Level.ERROR, channel + kind + carrier, null, message + ": " + cause.getMessage());
        }
    }

    private static String kind(Throwable cause) {
        if (cause instanceof OverfullException) {
            return OVERFULL;
        }
        return cause instanceof CarrierRestrictedException ? KEPT_OUT : FAILURE;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void note() {
        int count = toBeNoted.getAndSet(0);
        if (count == 0) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> audit.record(AuditEvent.PORT_OUT_FAILED_CLOSED, Actor.PORTAL,
                    new Subject(null, null, null), String.valueOf(count), null));
        } catch (RuntimeException e) {
            toBeNoted.addAndGet(count);
            LOG.warnf("%d undecided port-out requests could not be noted in the audit trail yet", count);
        }
    }
}
