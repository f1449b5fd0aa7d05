package org.portcullis.portout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.pin.PortOutPin;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.CarrierHour;
import org.portcullis.portout.guess.PinAttemptLimiter.Outcome;
import org.portcullis.portout.guess.PinAttemptLimiter;
import org.portcullis.settings.Settings;

/**
 * Stores carriers' requests and their outcome. Each method is one transaction, with the verdict, its audit row and the
 * e-mails.
 */
@ApplicationScoped
class DecisionStore {

    private final PortOutChecks checks;
    private final PinAttemptLimiter limiter;
    private final RetryDigest digest;
    private final PortOutOrders orders;
    private final GuessWarning warning;
    private final PortOutNotice notice;
    private final VerdictRecorder verdicts;
    private final AuditTrail audit;
    private final Settings.PortOut settings;
    private final Clock clock;

    DecisionStore(PortOutChecks checks, PinAttemptLimiter limiter, RetryDigest digest, PortOutOrders orders,
            GuessWarning warning, PortOutNotice notice,
            VerdictRecorder verdicts, AuditTrail audit, Settings settings, Clock clock) {
        this.checks = checks;
        this.limiter = limiter;
        this.digest = digest;
        this.orders = orders;
        this.warning = warning;
        this.notice = notice;
        this.verdicts = verdicts;
        this.audit = audit;
        this.settings = settings.portOut();
        this.clock = clock;
    }

    /**
     * The state of a request after its first transaction.
     *
     * @param attempt how often the request was sent by then; if it is sent again later, that is another attempt
     * @param answer absent if the request still has to be concluded
     * @param pin the PIN to compare with; absent if none has to be compared
     * @param isLater whether other comparisons have to finish first
     */
    record Opening(UUID request, int attempt, UUID organization, Answer answer, PortOutPin pin, boolean isLater) {

        static final Opening LATER = new Opening(null, 0, null, null, null, true);

        private static Opening answered(Answer answer) {
            return new Opening(answer.id(), 0, null, answer, null, false);
        }
    }

    /** Rolls back the first transaction of a request that has to be tried again in a moment. */
    private static final class LaterException extends RuntimeException {

        LaterException() {
            super(null, null, false, false);
        }
    }

    /** Makes all checks but the last, and gets permission to compare the PIN. */
    Opening open(PortOutQuestion question) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> tryToOpen(question));
        } catch (LaterException e) {
            return Opening.LATER;
        }
    }

    private Opening tryToOpen(PortOutQuestion question) {
        var now = clock.instant();
        var retry = PortOutRetry.locked(digest.of(question), now);
        var known = retry.request(now).flatMap(PortOutRequest::byIdForUpdate).orElse(null);
        if (known != null) {
            if (known.verdict == Verdict.DECIDING && !known.isLeft(now)) {
                throw new LaterException();
            }
            known.askedAgain(now);
            if (stands(known)) {
                return Opening.answered(Answer.of(known));
            }
        }
        var earlier = known == null && question.earlier() != null ? refused(question.earlier(), now) : null;
        var request = known != null ? known : earlier != null ? earlier : PortOutRequest.of(question, now);
        if (earlier != null) {
            retry.standFor(request.id, now);
        } else if (known == null) {
            request.persist();
            retry.standFor(request.id, now);
            if (question.enteredBy() != null) {
                audit.record(AuditEvent.PORT_OUT_ENTERED, question.enteredBy(),
                        new Subject(request.id, request.getSummary(), null),
                        request.askerName, question.address());
            }
        }
        return open(question, request, known != null, now);
    }

    /** @return the refused request, which another PIN may allow; null if it is not refused any more */
    private static PortOutRequest refused(UUID id, Instant now) {
        var request = PortOutRequest.byIdForUpdate(id)
                .filter(found -> found.verdict == Verdict.REFUSED && found.notUsAt == null).orElse(null);
        if (request != null) {
            request.askedAgain(now);
        }
        return request;
    }

    /** @return whether deciding again would give the same verdict */
    private static boolean stands(PortOutRequest known) {
        if (known.notUsAt != null) {
            return known.verdict != Verdict.DECIDING;
        }
        return switch (known.verdict) {
            case DECIDING -> false;
            case AWAITING_APPROVAL -> true;
            case ALLOWED -> known.orderId != null && PortOrder.byId(known.orderId)
                    .filter(order -> order.getState() != PortOrderState.CANCELLED).isPresent();
            case REFUSED -> known.getRefusals().stream().anyMatch(refusal -> refusal.getCheck() == PortOutCheck.WORD)
                    || known.isGuess() && known.pinRevision == PortOutPin.revisionOf(known.organizationId);
        };
    }

    private Opening open(PortOutQuestion question, PortOutRequest request, boolean isRepeated, Instant now) {
        var examination = checks.examine(question, now);
        // Numbers typed in by the porting desk can't be a flood, and are shown to the desk again.
        var unknown = question.enteredBy() == null ? examination.unknown() : Set.<String>of();
        request.keepNumbers(question.numbers(), unknown, digest.ofNumbers(unknown));
        var organization = examination.organization();
        request.organizationId = organization == null ? null : organization.id;
        // A retry with the same bytes is not a further attempt.
        var isCounted = isRepeated && examination.isMismatch() && Examination.isMismatch(request.getRefusals());
        var isEntered = examination.isTry(question) && !isCounted;
        if (isEntered) {
            var leave = limiter.enter(organization.id, PortOutPin.revisionOf(organization.id), question.asker(),
                    request.comparing, now);
            request.comparing = leave == PinAttemptLimiter.Leave.GRANTED;
            if (leave == PinAttemptLimiter.Leave.LATER) {
                throw new LaterException();
            }
            if (leave != PinAttemptLimiter.Leave.GRANTED) {
                var refusals = examination.unlooked(
                        leave == PinAttemptLimiter.Leave.LOCKED ? Refusal.GUESSING_LOCKED : Refusal.GUESSING_SLOWED);
                return Opening.answered(refuse(request, organization, refusals, question.address(), isRepeated, now));
            }
        }
        var pin = examination.pin();
        if (isEntered && (examination.isRefused() || pin == null)) {
            settle(request, question, examination.isMismatch() ? Outcome.WRONG : Outcome.NOT_COMPARED, organization,
                    now);
        }
        if (examination.isRefused()) {
            return Opening.answered(
                    refuse(request, organization, examination.refusals(), question.address(), isRepeated, now));
        }
        request.pinRevision = pin == null ? null : Integer.valueOf(pin.revision);
        request.verdict = Verdict.DECIDING;
        request.askedAt = now;
        return new Opening(request.id, request.timesAsked, organization.id, null, pin, false);
    }

    /**
     * Makes all checks again under row locks, and decides.
     *
     * @param until after this moment the requesting carrier was answered with a refusal, so the verdict must be one
     * @throws IllegalStateException if another attempt has decided the request or is deciding it
     */
    @Transactional(TxType.REQUIRES_NEW)
    Answer conclude(PortOutQuestion question, Opening opening, boolean isRight, Instant until) {
        var now = clock.instant();
        var organization = Organization.byIdForUpdate(opening.organization());
        var request = PortOutRequest.byIdForUpdate(opening.request()).orElseThrow();
        if (request.verdict != Verdict.DECIDING || request.timesAsked != opening.attempt()) {
            throw new IllegalStateException("Another attempt has taken up port-out request " + request.id);
        }
        if (opening.pin() != null) {
            settle(request, question, isRight ? Outcome.RIGHT : Outcome.WRONG, organization, now);
            if (!isRight) {
                return refuse(request, organization, List.of(Refusal.PIN_INVALID), question.address(), false, now);
            }
        }
        // Waiting for the row locks may have taken long.
        if (clock.instant().isAfter(until)) {
            return refuse(request, organization, List.of(Refusal.UNDECIDED), question.address(), false, now);
        }
        var examination = checks.examine(question, now);
        if (examination.isRefused()) {
            return refuse(request, organization, examination.refusals(), question.address(), false, now);
        }
        if (!isSame(opening.pin(), examination.pin())) {
            return refuse(request, organization, List.of(Refusal.PIN_INVALID), question.address(), false, now);
        }
        return mayLeave(request, organization, question, now);
    }

    /** Counts the outcome of a PIN attempt, once. */
    private void settle(PortOutRequest request, PortOutQuestion question, Outcome outcome, Organization organization,
            Instant now) {
        request.comparing = false;
        var settled = limiter.settle(organization.id, question.asker(), outcome, now);
        if (outcome == Outcome.WRONG) {
            warning.guessed(settled, request, organization, question.address(), now);
        }
    }

    /**
     * Counts the outcome of a PIN attempt whose verdict could not be stored, unless the same request was sent again
     * meanwhile.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void settleLater(PortOutQuestion question, Opening opening, Outcome outcome) {
        var organization = Organization.byIdForUpdate(opening.organization());
        PortOutRequest.byIdForUpdate(opening.request())
                .filter(request -> request.comparing && request.timesAsked == opening.attempt())
                .ifPresent(request -> settle(request, question, outcome, organization, clock.instant()));
    }

    private static boolean isSame(PortOutPin compared, PortOutPin current) {
        return compared == null ? current == null : current != null && compared.revision == current.revision;
    }

    private Answer mayLeave(PortOutRequest request, Organization organization, PortOutQuestion question, Instant now) {
        var address = question.address();
        var wanted = PortOutRequest.wanted(request, now);
        if (settings.approval() == Settings.Approval.NONE || wanted.isPresent()) {
            wanted.ifPresent(earlier -> request.decidedBy = earlier.decidedBy);
            var order = orders.begin(request, organization, address, now);
            wanted.ifPresent(earlier -> earlier.fulfil(order.id));
            verdicts.add(AuditEvent.PORT_OUT_ALLOWED, request, null, address);
            return Answer.of(request);
        }
        request.await(question.approvalUntil(now.plus(settings.approvalWithin())), now);
        notice.tell(PortOutNews.AWAITING_APPROVAL, request, organization, now);
        verdicts.add(AuditEvent.PORT_OUT_AWAITING_APPROVAL, request, null, address);
        return Answer.of(request);
    }

    private Answer refuse(PortOutRequest request, Organization organization, Collection<Refusal> refusals,
            String address,
            boolean isRepeated, Instant now) {
        var isNews = !isRepeated || !request.getRefusals().equals(List.copyOf(refusals));
        request.refuse(refusals, now);
        if (isNews) {
            if (organization != null && !request.told) {
                request.told = notice.tellOfRefusal(request, organization, now);
            }
            var detail = refusals.stream().map(Enum::name).collect(Collectors.joining(", "));
            verdicts.add(AuditEvent.PORT_OUT_REFUSED, request, detail, address);
        }
        return Answer.of(request);
    }

    /** @return what the requesting carrier is told, if the request is its own */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Answer> answer(UUID request, RequestingCarrier carrier) {
        return PortOutRequest.ofAsker(request, carrier.id()).map(Answer::of);
    }

    /** @return those of the numbers that are ours and in service, in their order, each once */
    @Transactional(TxType.REQUIRES_NEW)
    List<String> portable(Collection<String> numbers) {
        var known = TelephoneNumber.byNumbers(numbers);
        return numbers.stream().distinct().filter(number -> known.containsKey(number) && known.get(number).active)
                .toList();
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forgetWhatIsOver() {
        PortOutRetry.forgetBefore(clock.instant());
        CarrierHour.forgetBefore(clock.instant());
    }
}
