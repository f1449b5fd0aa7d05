package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.organization.Organization;

/** The outcome of a request that its carrier has to be told, and the carrier's later news of the request. */
@ApplicationScoped
public class CarrierOutcome {

    private static final Set<Refusal> ABOUT_THE_PIN = EnumSet.of(Refusal.PIN_MISSING, Refusal.PIN_INVALID,
            Refusal.GUESSING_SLOWED);

    private final OrderChanges orders;
    private final VerdictRecorder verdicts;
    private final Clock clock;

    CarrierOutcome(OrderChanges orders, VerdictRecorder verdicts, Clock clock) {
        this.orders = orders;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * What a carrier is to be told now.
     *
     * @param verdict neither being decided nor awaiting approval once the carrier can be told
     * @param reasons why the request is refused, as outsiders may know it
     */
    public record Outcome(Verdict verdict, List<Refusal> reasons) {

        private static final Outcome OPEN = new Outcome(Verdict.DECIDING, List.of());

        /**
         * @return what the carrier is to be told; no approval any more once the order was cancelled or the organization
         * reported the request as unwanted
         */
        static Outcome of(PortOutRequest request) {
            if (request.verdict == Verdict.ALLOWED && (request.notUsAt != null || isCancelled(request))) {
                return new Outcome(Verdict.REFUSED, List.of(Refusal.REFUSED_BY_ADMIN));
            }
            return new Outcome(request.verdict, Refusal.outside(request.getRefusals()));
        }

        private static boolean isCancelled(PortOutRequest request) {
            return request.orderId != null
                    && PortOrder.byId(request.orderId).filter(order -> order.getState() != PortOrderState.CANCELLED)
                            .isEmpty();
        }

        public boolean isFinal() {
            return verdict == Verdict.ALLOWED || verdict == Verdict.REFUSED;
        }
    }

    /** @param requestId or null if the request could not even be stored */
    @Transactional
    public Outcome outcome(UUID requestId) {
        var request = requestId == null ? null : PortOutRequest.byId(requestId).orElse(null);
        return request == null ? Outcome.OPEN : Outcome.of(request);
    }

    /** The carrier was answered, or needs no answer any more: automatic approval no longer applies. */
    @Transactional
    public void endSilence(UUID requestId) {
        PortOutRequest.byIdForUpdate(requestId).ifPresent(request -> request.silenceEndsAt = null);
    }

    /**
     * The carrier found the reason of a refusal invalid, and the period until automatic approval starts again. The
     * decision stands.
     *
     * @param endsAt when that period ends
     */
    @Transactional
    public void waitAnew(UUID requestId, Instant endsAt) {
        PortOutRequest.byIdForUpdate(requestId).ifPresent(request -> {
            request.silenceEndsAt = endsAt;
            request.reopenedAt = clock.instant();
        });
    }

    /** @return whether the request was refused only for its PIN, so that another PIN may change the verdict */
    @Transactional
    public boolean isRefusedForPin(UUID requestId) {
        return PortOutRequest.byId(requestId)
                .filter(request -> request.verdict == Verdict.REFUSED && request.notUsAt == null)
                .filter(request -> !request.getRefusals().isEmpty()
                        && ABOUT_THE_PIN.containsAll(request.getRefusals()))
                .isPresent();
    }

    /** The carrier confirms the date (FOC), which is set in the order if there still is one. */
    @Transactional
    public void confirmDate(UUID requestId, Instant focAt) {
        changeOrder(requestId, null, (order, step) -> {
            if (!focAt.equals(order.getFocAt())) {
                order.recordFoc(focAt, step);
            }
        });
    }

    /**
     * The carrier reports that the numbers have moved; this overrides the state known so far.
     *
     * @param words the carrier's message, for the order's history
     */
    @Transactional
    public void complete(UUID requestId, String words) {
        endSilence(requestId);
        changeOrder(requestId, words, PortOrder::recordMove);
    }

    /**
     * Stores a carrier's comment on the request, once for each id; the order shows it too, once there is one.
     *
     * @param speaker the displayed author
     */
    @Transactional
    public void comment(UUID requestId, UUID commentId, String speaker, Instant at, String words) {
        var orderId = PortOutRequest.byId(requestId).orElseThrow().orderId;
        orders.commentByCarrier(commentId, requestId, orderId, ChangeContext.byCarrier(speaker, at), words);
    }

    /** It is too late for the admin's approval: a request that still awaits it is refused. */
    @Transactional
    public void giveUp(UUID requestId) {
        var now = clock.instant();
        PortOutRequest.organizationOf(requestId).ifPresent(Organization::byIdForUpdate);
        PortOutRequest.byIdForUpdate(requestId).filter(request -> request.verdict == Verdict.AWAITING_APPROVAL)
                .ifPresent(request -> {
                    request.refuse(List.of(Refusal.WORD_EXPIRED), now);
                    verdicts.add(AuditEvent.PORT_OUT_WORD_EXPIRED, Actor.PORTAL, request, request.verdict.name(), null);
                });
    }

    /**
     * The carrier no longer wants the numbers: the order is cancelled unless it is closed already.
     *
     * @param words the carrier's message, for the order's history
     */
    @Transactional
    public void withdraw(UUID requestId, String words) {
        giveUp(requestId);
        endSilence(requestId);
        changeOrder(requestId, words, PortOrder::recordWithdrawal);
    }

    private void changeOrder(UUID requestId, String words, BiConsumer<PortOrder, ChangeContext> change) {
        var request = PortOutRequest.byId(requestId).orElseThrow();
        if (request.orderId != null) {
            orders.change(request.orderId, ChangeContext.byCarrier(request.askerName, clock.instant()).saying(words),
                    (order, step) -> {
                        if (!order.getState().isFinal()) {
                            change.accept(order, step);
                        }
                    });
        }
    }
}
