package org.portcullis.portout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.PortOrderState;
import org.portcullis.portout.PinComparison.Place;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.settings.Settings;

/** Keeps what carriers ask and what becomes of it. Each method is one transaction: the verdict, its trail and who is told of it. */
@ApplicationScoped
class PortOutBook {

    /** Longer than a question may take; one that is still open then was left by a process that died. */
    private static final Duration LEFT_AFTER = Duration.ofSeconds(60);

    private final Examiner examiner;
    private final GuessGate gate;
    private final RetryDigest digest;
    private final Departures departures;
    private final PortOutNotice notice;
    private final AuditTrail audit;
    private final MeterRegistry metrics;
    private final Settings.PortOut settings;
    private final Clock clock;

    PortOutBook(Examiner examiner, GuessGate gate, RetryDigest digest, Departures departures, PortOutNotice notice, AuditTrail audit,
            MeterRegistry metrics, Settings settings, Clock clock) {
        this.examiner = examiner;
        this.gate = gate;
        this.digest = digest;
        this.departures = departures;
        this.notice = notice;
        this.audit = audit;
        this.metrics = metrics;
        this.settings = settings.portOut();
        this.clock = clock;
    }

    /**
     * How far a question has come.
     *
     * @param answer absent as long as it is to be concluded
     * @param pin to compare; absent where nothing has to be
     * @param isLater whether others have to come to an end first
     */
    record Opening(UUID request, UUID organization, Answer answer, PortOutPin pin, boolean isLater) {

        private static final Opening LATER = new Opening(null, null, null, null, true);

        private static Opening answered(Answer answer) {
            return new Opening(answer.id(), null, answer, null, false);
        }
    }

    /** Undoes what a question has written so far, which is to be asked again in a moment. */
    private static final class LaterException extends RuntimeException {

        LaterException() {
            super(null, null, false, false);
        }
    }

    /**
     * Makes all checks but the last, and gets leave to compare the PIN.
     *
     * @throws OverfullException if too many PINs wait to be compared
     */
    Opening open(PortOutQuestion question, Place place) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> tryToOpen(question, place));
        } catch (LaterException e) {
            return Opening.LATER;
        }
    }

    private Opening tryToOpen(PortOutQuestion question, Place place) {
        var now = clock.instant();
        var retry = PortOutRetry.locked(digest.of(question), now);
        var known = retry.request(now).flatMap(PortOutRequest::byIdForUpdate).orElse(null);
        if (known != null) {
            if (known.verdict == Verdict.DECIDING && known.askedAt.plus(LEFT_AFTER).isAfter(now)) {
                throw new LaterException();
            }
            known.askedAgain(now);
            if (stands(known)) {
                return Opening.answered(answer(known));
            }
        }
        var request = known == null ? PortOutRequest.of(question, now) : known;
        if (known == null) {
            request.persist();
            retry.standFor(request.id, now);
            if (question.enteredBy() != null) {
                audit.record(AuditEvent.PORT_OUT_ENTERED, question.enteredBy(), new Subject(request.id, request.getSummary(), null),
                        request.askerName, question.address());
            }
        }
        return open(question, request, known != null, place, now);
    }

    /** @return whether asking once more would only come to the same */
    private static boolean stands(PortOutRequest known) {
        return switch (known.verdict) {
            case DECIDING -> false;
            case AWAITING_WORD -> true;
            case ALLOWED -> known.orderId != null && PortOrder.byId(known.orderId)
                    .filter(order -> order.getState() != PortOrderState.CANCELLED).isPresent();
            case REFUSED -> known.getRefusals().stream().anyMatch(refusal -> refusal.getCheck() == Check.WORD)
                    || known.isGuess() && known.pinRevision == PortOutPin.revisionOf(known.organizationId);
        };
    }

    private Opening open(PortOutQuestion question, PortOutRequest request, boolean isRepeated, Place place, Instant now) {
        var examination = examiner.examine(question, now);
        var organization = examination.organization();
        request.organizationId = organization == null ? null : organization.id;
        if (examination.isRefused()) {
            return Opening.answered(refuse(request, organization, examination.refusals(), question.address(), isRepeated, now));
        }
        var pin = examination.pin();
        if (pin != null) {
            place.take();
            var leave = gate.enter(organization.id, pin.revision, question.asker(), isRepeated, now);
            if (leave == GuessGate.Leave.LATER) {
                throw new LaterException();
            }
            if (leave != GuessGate.Leave.GRANTED) {
                var refusal = leave == GuessGate.Leave.LOCKED ? Refusal.GUESSING_LOCKED : Refusal.GUESSING_SLOWED;
                return Opening.answered(refuse(request, organization, List.of(refusal), question.address(), isRepeated, now));
            }
            request.pinRevision = pin.revision;
        }
        request.verdict = Verdict.DECIDING;
        request.askedAt = now;
        return new Opening(request.id, organization.id, null, pin, false);
    }

    /** Makes all checks again, now that nobody else changes what they look at, and decides. */
    @Transactional(TxType.REQUIRES_NEW)
    Answer conclude(PortOutQuestion question, Opening opening, boolean isRight) {
        var now = clock.instant();
        var organization = Organization.byIdForUpdate(opening.organization());
        var request = PortOutRequest.byIdForUpdate(opening.request()).orElseThrow();
        if (opening.pin() != null) {
            var settled = gate.settle(organization.id, question.asker(), isRight, now);
            if (!isRight) {
                var answer = refuse(request, organization, List.of(Refusal.PIN_INVALID), question.address(), false, now);
                warn(request, organization, settled, question.address(), now);
                return answer;
            }
        }
        var examination = examiner.examine(question, now);
        if (examination.isRefused()) {
            return refuse(request, organization, examination.refusals(), question.address(), false, now);
        }
        if (!isSame(opening.pin(), examination.pin())) {
            return refuse(request, organization, List.of(Refusal.PIN_INVALID), question.address(), false, now);
        }
        return mayLeave(request, organization, question, now);
    }

    private static boolean isSame(PortOutPin compared, PortOutPin current) {
        return compared == null ? current == null : current != null && compared.revision == current.revision;
    }

    private Answer mayLeave(PortOutRequest request, Organization organization, PortOutQuestion question, Instant now) {
        var address = question.address();
        var wanted = PortOutRequest.wanted(request, now);
        if (settings.word() == Settings.Word.NONE || wanted.isPresent()) {
            wanted.ifPresent(earlier -> request.decidedBy = earlier.decidedBy);
            var order = departures.begin(request, organization, address, now);
            wanted.ifPresent(earlier -> earlier.orderId = order.id);
            record(AuditEvent.PORT_OUT_ALLOWED, request, null, address);
            count(request);
            return answer(request);
        }
        request.await(question.wordUntil(now.plus(settings.wordWithin())), now);
        notice.tell(PortOutNews.AWAITING_WORD, request, organization, now);
        record(AuditEvent.PORT_OUT_AWAITING_WORD, request, null, address);
        count(request);
        return answer(request);
    }

    private Answer refuse(PortOutRequest request, Organization organization, Collection<Refusal> refusals, String address,
            boolean isRepeated, Instant now) {
        var isNews = !isRepeated || !request.getRefusals().equals(List.copyOf(refusals));
        request.refuse(refusals, now);
        if (isNews) {
            record(AuditEvent.PORT_OUT_REFUSED, request, refusals.stream().map(Enum::name).collect(Collectors.joining(", ")), address);
            if (organization != null && !request.told) {
                request.told = notice.tellOfRefusal(request, organization, now);
            }
            count(request);
        }
        return answer(request);
    }

    /** So that the first one of each is an increase, too: an alert sees nothing else. */
    void publish(@Observes StartupEvent start) {
        for (GuessCount.Standing standing : GuessCount.Standing.values()) {
            guesses(standing);
        }
    }

    private Counter guesses(GuessCount.Standing standing) {
        return metrics.counter("portcullis.port.out.guesses", "standing", standing.name());
    }

    /** Tells of guessing once when it begins to be slowed, and once when it is stopped. */
    private void warn(PortOutRequest request, Organization organization, GuessGate.Settled settled, String address, Instant now) {
        guesses(settled.after()).increment();
        if (settled.isWorse()) {
            var isLocked = settled.after() == GuessCount.Standing.LOCKED;
            record(isLocked ? AuditEvent.GUESSING_LOCKED : AuditEvent.GUESSING_SLOWED, request, null, address);
            notice.tell(isLocked ? PortOutNews.GUESSING_LOCKED : PortOutNews.GUESSING_SLOWED, request, organization, now);
        }
    }

    private void record(AuditEvent event, PortOutRequest request, String detail, String address) {
        audit.record(event, new Actor(request.askerId, request.askerName, null),
                new Subject(request.id, request.getSummary(), request.organizationId), detail, address);
    }

    private void count(PortOutRequest request) {
        var reasons = request.getRefusals().isEmpty() ? List.of("NONE") : request.getRefusals().stream().map(Enum::name).toList();
        reasons.forEach(reason -> metrics.counter("portcullis.port.out.verdicts", "channel", request.channel.name(),
                "carrier", request.askerName, "verdict", request.verdict.name(), "reason", reason).increment());
    }

    /** @return what the asker is told of its request, if it is its own */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Answer> answer(UUID request, Asker asker) {
        return PortOutRequest.ofAsker(request, asker.id()).map(this::answer);
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetRetries() {
        PortOutRetry.forgetBefore(clock.instant());
    }

    /** @return what the asker is told of the request as it is now */
    Answer answer(PortOutRequest request) {
        var order = Optional.ofNullable(request.orderId).flatMap(PortOrder::byId);
        return Answer.of(request, order.map(found -> found.pon).orElse(null));
    }
}
