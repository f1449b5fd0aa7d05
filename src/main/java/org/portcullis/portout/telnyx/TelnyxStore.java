package org.portcullis.portout.telnyx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.portout.CarrierOutcome.Outcome;
import org.portcullis.portout.CarrierOutcome;
import org.portcullis.portout.PortOutMessages;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.telnyx.TelnyxApi.Message;
import org.portcullis.portout.telnyx.TelnyxApi.Standing;
import org.portcullis.portout.telnyx.TelnyxApi.Told;
import org.portcullis.settings.Settings;
import org.portcullis.web.form.Truncate;
import org.portcullis.web.i18n.Languages;

/**
 * Stores Telnyx's announcements and what it was told. Each method is one transaction, which holds the port-out's row
 * lock.
 */
@ApplicationScoped
class TelnyxStore {

    private static final Set<Refusal> ABOUT_THE_PIN = Set.of(Refusal.PIN_INVALID, Refusal.PIN_MISSING);
    private static final int LONGEST_WORDS = 1_000;

    private final CarrierOutcome ending;
    private final TelnyxFollowUp followUp;
    private final TelnyxNewsStore news;
    private final AutoApprovalNotice notice;
    private final AuditTrail audit;
    private final Settings.Telnyx settings;
    private final Clock clock;

    TelnyxStore(CarrierOutcome ending, TelnyxFollowUp followUp, TelnyxNewsStore news, AutoApprovalNotice notice,
            AuditTrail audit, Settings settings,
            Clock clock) {
        this.ending = ending;
        this.followUp = followUp;
        this.news = news;
        this.notice = notice;
        this.audit = audit;
        this.settings = settings.telnyx();
        this.clock = clock;
    }

    /** What an event requires. */
    enum Step {
        TO_DECIDE,
        DONE,
        /** It is known already, or outdated by another one. */
        OLD
    }

    /**
     * The result of an event.
     *
     * @param earlier the request to decide again; null for a new one
     */
    record Intake(Step step, UUID earlier) {
    }

    /** @return when Telnyx approves automatically */
    Instant silenceEndsAt(TelnyxEvent event) {
        return silenceEndsAt(event.occurredAt());
    }

    private Instant silenceEndsAt(Instant announcedAt) {
        return announcedAt.plus(settings.silence());
    }

    /** @return when an undecided port-out is rejected */
    Instant decideBy(TelnyxEvent event) {
        return decideBy(event.occurredAt());
    }

    private Instant decideBy(Instant announcedAt) {
        return silenceEndsAt(announcedAt).minus(settings.rejectBefore());
    }

    @Transactional(TxType.REQUIRES_NEW)
    Intake takeIn(TelnyxEvent event, TelnyxStatus status) {
        TelnyxPortOut.announce(event.id(), event.carrier(), event.occurredAt(), silenceEndsAt(event), decideBy(event),
                clock.instant());
        var portOut = TelnyxPortOut.locked(event.id());
        var before = portOut.status;
        if (status == TelnyxStatus.PENDING) {
            var isReopened = portOut.isReopenedAt(event.occurredAt());
            if (isReopened) {
                followUp.reopen(portOut, event.occurredAt(), event.pin() != null);
            }
            return portOut.isToDecide() ? new Intake(Step.TO_DECIDE, portOut.requestId)
                    : new Intake(isReopened ? Step.DONE : Step.OLD, null);
        }
        if (!portOut.advance(status, event.occurredAt(), clock.instant())) {
            return new Intake(Step.OLD, null);
        }
        followUp.record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, status.word());
        followUp.heed(portOut, before);
        return new Intake(Step.DONE, null);
    }

    /**
     * Stores a port-out that awaits an answer at Telnyx and was never announced here. There is no PIN to decide by: if
     * none arrives, it is rejected before the automatic approval.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void takeInMissed(Standing pending) {
        var now = clock.instant();
        var since = pending.createdAt();
        if (TelnyxPortOut.announce(pending.id(), pending.carrier(), since, silenceEndsAt(since), decideBy(since),
                now)) {
            var portOut = TelnyxPortOut.locked(pending.id());
            notice.tell(AutoApprovalNews.MISSED, portOut, now);
            followUp.record(AuditEvent.PORT_OUT_SILENCE_WARNED, portOut, AutoApprovalNews.MISSED.name());
            followUp.count("missed");
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void warnOfUnusable(TelnyxEvent event) {
        notice.tellOfUnusable(event.carrier(), silenceEndsAt(event), clock.instant());
        audit.record(AuditEvent.PORT_OUT_SILENCE_WARNED, TelnyxFollowUp.TELNYX, Subject.NONE,
                AutoApprovalNews.UNREADABLE.name(), null);
    }

    /** The request is decided, or will be. */
    @Transactional(TxType.REQUIRES_NEW)
    void link(String id, UUID requestId) {
        var portOut = TelnyxPortOut.locked(id);
        portOut.requestId = requestId;
        portOut.decideAgain = false;
        news.placeComments(portOut);
        if (portOut.status == TelnyxStatus.PENDING && portOut.isOpen()) {
            settle(portOut);
        } else {
            followUp.heed(portOut, null);
        }
    }

    /** Checks whether the request is decided by now. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(String id) {
        var portOut = TelnyxPortOut.locked(id);
        if (portOut.isOpen() && portOut.decision == null && !portOut.decideAgain) {
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
     * A claimed attempt to tell Telnyx.
     *
     * @param round how many rejections Telnyx has found invalid before
     * @param attempt its number in this round
     */
    record Attempt(String id, int round, int attempt, Message message) {

        private boolean isOfNow(TelnyxPortOut portOut) {
            return portOut.isOpen() && portOut.invalidRejections == round;
        }
    }

    /** @return the message to send now; null if another process sends it, or there is none */
    @Transactional(TxType.REQUIRES_NEW)
    Attempt begin(String id) {
        if (!TelnyxPortOut.claim(id, clock.instant())) {
            return null;
        }
        var portOut = TelnyxPortOut.locked(id);
        if (portOut.requestId == null) {
            // The deciding process may have died before it stored the message.
            PortOutRequest.byKey(PortOutChannel.TELNYX, id).ifPresent(found -> {
                portOut.requestId = found;
                news.placeComments(portOut);
            });
        }
        var outcome = ending.outcome(portOut.requestId);
        if (!outcome.isFinal() && portOut.decision == null) {
            if (portOut.requestId != null) {
                ending.giveUp(portOut.requestId);
            }
            followUp.record(AuditEvent.PORT_OUT_UNDECIDED, portOut, null);
        }
        portOut.decision = outcome.isFinal() ? decision(outcome) : Decision.REJECT;
        return new Attempt(id, portOut.invalidRejections, portOut.attempts, message(portOut, outcome));
    }

    private static Message message(TelnyxPortOut portOut, Outcome outcome) {
        var words = Languages.words(TelnyxMessages.class, Languages.ENGLISH);
        if (portOut.decision == Decision.AUTHORIZE) {
            return new Message(portOut.decision, words.authorized(), List.of(), false, Set.of());
        }
        var reasons = outcome.verdict() == Verdict.REFUSED ? outcome.reasons() : List.<Refusal>of();
        var isAboutPin = !reasons.isEmpty() && ABOUT_THE_PIN.containsAll(reasons);
        return new Message(portOut.decision,
                portOut.invalidRejections == 0 ? why(words, reasons) : again(words, portOut, reasons), reasons,
                isAboutPin, portOut.invalidCodes());
    }

    private static String why(TelnyxMessages words, List<Refusal> reasons) {
        var refusals = Languages.words(PortOutMessages.class, Languages.ENGLISH);
        return reasons.isEmpty() ? words.undecided()
                : reasons.stream().map(refusals::reason).collect(Collectors.joining(" "));
    }

    /** More detailed than before and never the same text, since Telnyx found the earlier one invalid. */
    private static String again(TelnyxMessages words, TelnyxPortOut portOut, List<Refusal> reasons) {
        var explained = reasons.isEmpty() ? words.explained(Refusal.UNDECIDED)
                : reasons.stream().map(words::explained).collect(Collectors.joining(" "));
        var request = Optional.ofNullable(portOut.requestId).flatMap(PortOutRequest::byId);
        var numbers = request.map(PortOutRequest::getSummary).filter(summary -> !summary.isEmpty()).orElse("–");
        var date = portOut.receivedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return Truncate.to(
                words.rejectedAgain(explained, portOut.carrierName, numbers, date, portOut.invalidRejections + 1),
                LONGEST_WORDS);
    }

    /** @param told the state of the port-out at Telnyx now */
    @Transactional(TxType.REQUIRES_NEW)
    void told(Attempt attempt, Told told) {
        var portOut = TelnyxPortOut.locked(attempt.id);
        if (!attempt.isOfNow(portOut)) {
            return;
        }
        var now = clock.instant();
        var before = portOut.status;
        var standing = told.standing();
        // Without a time by Telnyx's clock, a later event will give it.
        var at = standing.updatedAt() == null ? portOut.statusAt
                : standing.updatedAt().isAfter(now) ? now : standing.updatedAt();
        portOut.learn(standing.status(), at, now);
        portOut.failure = null;
        if (attempt.message.decision().isMetBy(standing.status())) {
            portOut.rejectionCode = told.code();
            followUp.count("told");
        } else {
            followUp.record(AuditEvent.PORT_OUT_CARRIER_NEWS, portOut, standing.status().word());
        }
        if (standing.focAt() != null) {
            portOut.moveTo(standing.focAt(), at);
        }
        followUp.heed(portOut, before);
    }

    /** Ignored if another process has made a later attempt. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Attempt attempt, String reason) {
        var now = clock.instant();
        var portOut = TelnyxPortOut.locked(attempt.id);
        if (!attempt.isOfNow(portOut) || portOut.attempts != attempt.attempt) {
            return;
        }
        portOut.failure = reason;
        var retry = TellingPolicy.retryAfter(attempt.attempt, now, portOut.silenceEndsAt,
                ThreadLocalRandom.current()::nextDouble);
        portOut.nextAttemptAt = retry.map(now::plus).orElse(null);
        followUp.count(retry.isPresent() ? "retried" : "given up");
        if (retry.isEmpty()) {
            followUp.record(AuditEvent.PORT_OUT_SILENCE_ENDED, portOut, reason);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void warn(String id) {
        var now = clock.instant();
        if (TelnyxPortOut.claimWarning(id, now)) {
            var portOut = TelnyxPortOut.locked(id);
            var news = ending.outcome(portOut.requestId).isFinal() ? AutoApprovalNews.UNTOLD
                    : AutoApprovalNews.UNDECIDED;
            notice.tell(news, portOut, now);
            followUp.record(AuditEvent.PORT_OUT_SILENCE_WARNED, portOut, news.name());
        }
    }
}
