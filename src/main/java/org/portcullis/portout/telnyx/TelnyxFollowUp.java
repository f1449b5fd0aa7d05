package org.portcullis.portout.telnyx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.portout.CarrierOutcome;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Verdict;
import org.portcullis.settings.Settings;

/** Updates a request when its port-out changes at Telnyx, in the transaction that holds the port-out's row lock. */
@ApplicationScoped
class TelnyxFollowUp {

    static final Actor TELNYX = new Actor(null, "Telnyx", null);

    private final CarrierOutcome outcome;
    private final AutoApprovalNotice notice;
    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Settings.Telnyx settings;
    private final Clock clock;

    TelnyxFollowUp(CarrierOutcome outcome, AutoApprovalNotice notice, AuditTrail audit, MeterRegistry metrics,
            Settings settings, Clock clock) {
        this.outcome = outcome;
        this.notice = notice;
        this.audit = audit;
        this.metrics = metrics;
        this.settings = settings.telnyx();
        this.clock = clock;
    }

    /**
     * Applies the port-out's status at Telnyx to the request, once there is one.
     *
     * @param before the previous status; null if unknown
     */
    void heed(TelnyxPortOut portOut, TelnyxStatus before) {
        var verdict = outcome.outcome(portOut.requestId).verdict();
        if (portOut.status.isYes()) {
            if (verdict == Verdict.ALLOWED) {
                heard(portOut);
                leave(portOut, before);
            } else if (before == null || !before.isYes()) {
                overtaken(portOut);
            }
        } else if (portOut.status.isNo() && portOut.decision == Decision.REJECT && verdict != Verdict.ALLOWED) {
            heard(portOut);
        } else {
            portOut.close();
            if (portOut.requestId != null) {
                outcome.withdraw(portOut.requestId, "Telnyx: " + portOut.status.word());
            }
        }
    }

    private void heard(TelnyxPortOut portOut) {
        if (portOut.toldAt == null) {
            portOut.toldAt = clock.instant();
            record(AuditEvent.PORT_OUT_CARRIER_TOLD, portOut, portOut.status.word());
        }
        end(portOut);
    }

    private void leave(TelnyxPortOut portOut, TelnyxStatus before) {
        if (portOut.status == TelnyxStatus.PORTED) {
            outcome.complete(portOut.requestId, "Telnyx: " + portOut.status.word());
        } else if (portOut.focAt != null && (before == null || !before.isYes())) {
            outcome.confirmDate(portOut.requestId, portOut.focAt);
        }
    }

    private void overtaken(TelnyxPortOut portOut) {
        record(AuditEvent.PORT_OUT_SILENCE_ENDED, portOut, portOut.status.word());
        notice.tell(AutoApprovalNews.OVERTAKEN, portOut, clock.instant());
        count("overtaken");
        if (portOut.requestId != null) {
            outcome.giveUp(portOut.requestId);
        }
        end(portOut);
    }

    private void end(TelnyxPortOut portOut) {
        portOut.close();
        if (portOut.requestId != null) {
            outcome.endSilence(portOut.requestId);
        }
    }

    /** Telnyx confirms the FOC date: it is set at once if the numbers are to leave, else when they are. */
    void confirm(TelnyxPortOut portOut, Instant focAt, Instant toldAt) {
        if (portOut.moveTo(focAt, toldAt)) {
            record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, "foc_date " + focAt);
            if (portOut.status == TelnyxStatus.AUTHORIZED
                    && outcome.outcome(portOut.requestId).verdict() == Verdict.ALLOWED) {
                outcome.confirmDate(portOut.requestId, focAt);
            }
        }
    }

    /**
     * Telnyx found the reason of a rejection invalid, and waits again. A refusal stands, and is sent again at once.
     *
     * @param at since when it waits
     * @param isWithPin whether a PIN came with the event; it is compared if the PIN was the only reason
     */
    void reopen(TelnyxPortOut portOut, Instant at, boolean isWithPin) {
        var now = clock.instant();
        portOut.reopen(at, at.plus(settings.silence()), now);
        if (portOut.requestId != null) {
            outcome.waitAnew(portOut.requestId, portOut.silenceEndsAt);
            portOut.decideAgain = isWithPin && outcome.isRefusedForPin(portOut.requestId);
        }
        if (portOut.decideAgain || portOut.requestId == null && isWithPin) {
            portOut.nextAttemptAt = now.plus(TelnyxPortOut.DECIDED_WITHIN);
        }
        notice.tell(AutoApprovalNews.REOPENED, portOut, now);
        record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, portOut.status.word());
        record(AuditEvent.PORT_OUT_SILENCE_WARNED, portOut, AutoApprovalNews.REOPENED.name());
        count("reopened");
    }

    void record(AuditEvent event, TelnyxPortOut portOut, String detail) {
        var request = portOut.requestId == null ? null : PortOutRequest.byId(portOut.requestId).orElse(null);
        audit.record(event, TELNYX, new Subject(portOut.requestId, request == null ? null : request.getSummary(),
                request == null ? null : request.organizationId), detail, null);
    }

    /** Registers the counters with 0, so that an alert sees the first event as an increase. */
    void publish(@Observes StartupEvent start) {
        List.of("told", "retried", "given up", "overtaken", "missed", "reopened").forEach(this::counter);
    }

    void count(String result) {
        counter(result).increment();
    }

    private Counter counter(String result) {
        return metrics.counter("portcullis.telnyx.told", "result", result);
    }
}
