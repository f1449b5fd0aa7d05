package org.portcullis.telnyx;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.portout.Channel;
import org.portcullis.portout.PortOutEnding;
import org.portcullis.portout.PortOutEnding.Outcome;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.settings.Settings;
import org.portcullis.telnyx.TelnyxApi.Message;
import org.portcullis.telnyx.TelnyxApi.Pending;
import org.portcullis.web.Languages;

/** Keeps what Telnyx announces, and what it was told. Each method is one transaction, which holds the port-out's row. */
@ApplicationScoped
class TelnyxBook {

    private static final Actor TELNYX = new Actor(null, "Telnyx", null);
    private static final Set<Refusal> ABOUT_THE_PIN = Set.of(Refusal.PIN_INVALID, Refusal.PIN_MISSING);

    private final PortOutEnding ending;
    private final SilenceNotice notice;
    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Settings.Telnyx settings;
    private final Clock clock;

    TelnyxBook(PortOutEnding ending, SilenceNotice notice, AuditTrail audit, MeterRegistry metrics, Settings settings, Clock clock) {
        this.ending = ending;
        this.notice = notice;
        this.audit = audit;
        this.metrics = metrics;
        this.settings = settings.telnyx();
        this.clock = clock;
    }

    /** What an event asks for. */
    enum Step {
        TO_DECIDE,
        DONE,
        /** It is known already, or was overtaken by another one. */
        OLD
    }

    /** @return when Telnyx takes silence for a yes */
    Instant silenceEndsAt(TelnyxEvent event) {
        return silenceEndsAt(event.occurredAt());
    }

    private Instant silenceEndsAt(Instant announcedAt) {
        return announcedAt.plus(settings.silence());
    }

    /** @return when what is undecided is rejected */
    Instant decideBy(TelnyxEvent event) {
        return decideBy(event.occurredAt());
    }

    private Instant decideBy(Instant announcedAt) {
        return silenceEndsAt(announcedAt).minus(settings.rejectBefore());
    }

    @Transactional(TxType.REQUIRES_NEW)
    Step takeIn(TelnyxEvent event, TelnyxStatus status) {
        TelnyxPortOut.announce(event.id(), event.carrier(), event.occurredAt(), silenceEndsAt(event), decideBy(event), clock.instant());
        var portOut = TelnyxPortOut.locked(event.id());
        if (status == TelnyxStatus.PENDING) {
            return portOut.status == TelnyxStatus.PENDING && portOut.requestId == null && portOut.isOpen() && portOut.attempts == 0
                    ? Step.TO_DECIDE : Step.OLD;
        }
        if (!portOut.advance(status, event.occurredAt())) {
            return Step.OLD;
        }
        record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, status.word());
        heed(portOut);
        return Step.DONE;
    }

    /**
     * Takes in a port-out that waits at Telnyx and was never announced here. There is no PIN that it could be decided by: if
     * none comes, it is rejected before the silence ends.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void takeInMissed(Pending pending) {
        var now = clock.instant();
        if (TelnyxPortOut.announce(pending.id(), pending.carrier(), pending.since(), silenceEndsAt(pending.since()), decideBy(pending.since()), now)) {
            var portOut = TelnyxPortOut.locked(pending.id());
            notice.tell(SilenceNews.MISSED, portOut, now);
            record(AuditEvent.PORT_OUT_SILENCE_WARNED, portOut, SilenceNews.MISSED.name());
            count("missed");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void warnOfUnusable(TelnyxEvent event) {
        notice.tellOfUnusable(event.carrier(), silenceEndsAt(event), clock.instant());
        audit.record(AuditEvent.PORT_OUT_SILENCE_WARNED, TELNYX, Subject.NONE, SilenceNews.UNREADABLE.name(), null);
    }

    /** The decision is made, or will be. */
    @Transactional(TxType.REQUIRES_NEW)
    void link(String id, UUID requestId) {
        var portOut = TelnyxPortOut.locked(id);
        portOut.requestId = requestId;
        if (portOut.status == TelnyxStatus.PENDING && portOut.isOpen()) {
            settle(portOut);
        } else {
            heed(portOut);
        }
    }

    /** Looks whether it is decided by now. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(String id) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut.isOpen() && portOut.decision == null) {
            settle(portOut);
        }
    }

    private void settle(TelnyxPortOut portOut) {
        var outcome = ending.outcome(portOut.requestId);
        if (outcome.isFinal()) {
            portOut.decision = decision(outcome);
            portOut.nextAttemptAt = clock.instant();
        }
    }

    private static Decision decision(Outcome outcome) {
        return outcome.verdict() == Verdict.ALLOWED ? Decision.AUTHORIZE : Decision.REJECT;
    }

    /**
     * What one process has taken upon itself to tell.
     *
     * @param attempt its number
     */
    record Attempt(String id, int attempt, Message message) {
    }

    /** @return what to tell now; null if somebody else does, or nothing is to be told */
    @Transactional(TxType.REQUIRES_NEW)
    Attempt begin(String id) {
        if (!TelnyxPortOut.claim(id, clock.instant())) {
            return null;
        }
        var portOut = TelnyxPortOut.locked(id);
        if (portOut.requestId == null) {
            // Whoever decided it may have died before saying so here.
            PortOutRequest.byKey(Channel.TELNYX, id).ifPresent(found -> portOut.requestId = found);
        }
        var outcome = ending.outcome(portOut.requestId);
        if (!outcome.isFinal() && portOut.decision == null) {
            if (portOut.requestId != null) {
                ending.giveUp(portOut.requestId);
            }
            record(AuditEvent.PORT_OUT_UNDECIDED, portOut, null);
        }
        portOut.decision = outcome.isFinal() ? decision(outcome) : Decision.REJECT;
        return new Attempt(id, portOut.attempts, message(portOut.decision, outcome));
    }

    private static Message message(Decision decision, Outcome outcome) {
        var words = Languages.words(TelnyxMessages.class, Languages.ENGLISH);
        if (decision == Decision.AUTHORIZE) {
            return new Message(decision, words.authorized(), false);
        }
        var refusals = Languages.words(PortOutMessages.class, Languages.ENGLISH);
        var why = outcome.verdict() == Verdict.REFUSED
                ? outcome.reasons().stream().map(refusals::reason).collect(Collectors.joining(" ")) : words.undecided();
        return new Message(decision, why, !outcome.reasons().isEmpty() && ABOUT_THE_PIN.containsAll(outcome.reasons()));
    }

    /** @param status that the port-out has at Telnyx now */
    @Transactional(TxType.REQUIRES_NEW)
    void told(Attempt attempt, TelnyxStatus status) {
        var portOut = TelnyxPortOut.locked(attempt.id);
        if (!portOut.isOpen()) {
            return;
        }
        // Not with a time: an event tells that, and takes it from Telnyx's own clock.
        portOut.status = status.isFurtherThan(portOut.status) ? status : portOut.status;
        portOut.failure = null;
        if (attempt.message.decision().isMetBy(status)) {
            count("told");
        } else {
            record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, status.word());
        }
        heed(portOut);
    }

    /** It counts for nothing where another process has made a later attempt. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Attempt attempt, String reason) {
        var now = clock.instant();
        var portOut = TelnyxPortOut.locked(attempt.id);
        if (!portOut.isOpen() || portOut.attempts != attempt.attempt) {
            return;
        }
        portOut.failure = reason;
        var retry = TellingPolicy.retryAfter(attempt.attempt, now, portOut.silenceEndsAt, ThreadLocalRandom.current()::nextDouble);
        portOut.nextAttemptAt = retry.map(now::plus).orElse(null);
        count(retry.isPresent() ? "retried" : "given up");
        if (retry.isEmpty()) {
            record(AuditEvent.PORT_OUT_SILENCE_ENDED, portOut, reason);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void warn(String id) {
        var now = clock.instant();
        if (TelnyxPortOut.claimWarning(id, now)) {
            var portOut = TelnyxPortOut.locked(id);
            var news = ending.outcome(portOut.requestId).isFinal() ? SilenceNews.UNTOLD : SilenceNews.UNDECIDED;
            notice.tell(news, portOut, now);
            record(AuditEvent.PORT_OUT_SILENCE_WARNED, portOut, news.name());
        }
    }

    /** Does what the port-out's status at Telnyx means for the request, once there is one. */
    private void heed(TelnyxPortOut portOut) {
        var verdict = ending.outcome(portOut.requestId).verdict();
        if (portOut.status.isYes()) {
            if (verdict == Verdict.ALLOWED) {
                heard(portOut);
            } else {
                overtaken(portOut);
            }
        } else if (portOut.status.isNo() && portOut.decision == Decision.REJECT && verdict != Verdict.ALLOWED) {
            heard(portOut);
        } else {
            portOut.close();
            if (portOut.requestId != null) {
                ending.withdraw(portOut.requestId, "Telnyx: " + portOut.status.word());
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

    private void overtaken(TelnyxPortOut portOut) {
        record(AuditEvent.PORT_OUT_SILENCE_ENDED, portOut, portOut.status.word());
        notice.tell(SilenceNews.OVERTAKEN, portOut, clock.instant());
        count("overtaken");
        if (portOut.requestId != null) {
            ending.giveUp(portOut.requestId);
        }
        end(portOut);
    }

    private void end(TelnyxPortOut portOut) {
        portOut.close();
        if (portOut.requestId != null) {
            ending.endSilence(portOut.requestId);
        }
    }

    private void record(AuditEvent event, TelnyxPortOut portOut, String detail) {
        var request = portOut.requestId == null ? null : PortOutRequest.byId(portOut.requestId).orElse(null);
        audit.record(event, TELNYX, new Subject(portOut.requestId, request == null ? null : request.getSummary(),
                request == null ? null : request.organizationId), detail, null);
    }

    /** So that the first one of each is an increase, too. */
    void publish(@Observes StartupEvent start) {
        List.of("told", "retried", "given up", "overtaken", "missed").forEach(this::counter);
    }

    private void count(String result) {
        counter(result).increment();
    }

    private Counter counter(String result) {
        return metrics.counter("portcullis.telnyx.told", "result", result);
    }
}
