package org.portcullis.portout;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;

/** Counts each verdict and writes its audit row, in the transaction of the verdict. */
@ApplicationScoped
class VerdictRecorder {

    private final AuditTrail audit;
    private final MeterRegistry metrics;

    VerdictRecorder(AuditTrail audit, MeterRegistry metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    /** A verdict that followed from the carrier's request. */
    void add(AuditEvent event, PortOutRequest request, String detail, String address) {
        add(event, request.asker(), request, detail, address);
    }

    /** @param by the user who decided; the portal itself if no user did */
    void add(AuditEvent event, Actor by, PortOutRequest request, String detail, String address) {
        audit.record(event, by, new Subject(request.id, request.getSummary(), request.organizationId), detail, address);
        var reasons = request.getRefusals().isEmpty() ? List.of("NONE")
                : request.getRefusals().stream().map(Enum::name).toList();
        reasons.forEach(reason -> metrics.counter("portcullis.port.out.verdicts", "channel", request.channel.name(),
                "carrier", request.askerName, "verdict", request.verdict.name(), "reason", reason).increment());
    }
}
