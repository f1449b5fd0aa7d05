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

/** What its carrier has to hear of a request, and what becomes of one that the carrier has news of. */
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
     * @param verdict neither being decided nor waiting for a word once there is something to tell
     * @param reasons why not, as outsiders may know it
     */
    public record Outcome(Verdict verdict, List<Refusal> reasons) {

        private static final Outcome OPEN = new Outcome(Verdict.DECIDING, List.of());

        /** @return what is to be said of the request: no more yes once its order was stopped, or the organization did not want it */
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

    /** @param requestId or null, where it could not even be kept */
    @Transactional
    public Outcome outcome(UUID requestId) {
        var request = requestId == null ? null : PortOutRequest.byId(requestId).orElse(null);
        return request == null ? Outcome.OPEN : Outcome.of(request);
    }

    /** The carrier was told, or needs to hear nothing any more: no silence means anything. */
    @Transactional
    public void endSilence(UUID requestId) {
        PortOutRequest.byIdForUpdate(requestId).ifPresent(request -> request.silenceEndsAt = null);
    }

    /**
     * The carrier found the reason of a refusal invalid, and takes silence for a yes anew. What was decided stands.
     *
     * @param endsAt until when it waits
     */
    @Transactional
    public void waitAnew(UUID requestId, Instant endsAt) {
        PortOutRequest.byIdForUpdate(requestId).ifPresent(request -> {
            request.silenceEndsAt = endsAt;
            request.reopenedAt = clock.instant();
        });
    }

    /** @return whether it was refused for nothing but its PIN, so that another PIN may make another verdict of it */
    @Transactional
    public boolean isRefusedForPin(UUID requestId) {
        return PortOutRequest.byId(requestId)
                .filter(request -> request.verdict == Verdict.REFUSED && request.notUsAt == null)
                .filter(request -> !request.getRefusals().isEmpty()
                        && ABOUT_THE_PIN.containsAll(request.getRefusals()))
                .isPresent();
    }

    /** The carrier says when the numbers move, if there is an order that they are still to move with. */
    @Transactional
    public void confirmDate(UUID requestId, Instant focAt) {
        changeOrder(requestId, null, (order, step) -> {
            if (!focAt.equals(order.getFocAt())) {
                order.recordFoc(focAt, step);
            }
        });
    }

    /**
     * The carrier says that the numbers have moved, whatever was known of it before.
     *
     * @param words what the carrier says, for the order's history
     */
    @Transactional
    public void complete(UUID requestId, String words) {
        endSilence(requestId);
        changeOrder(requestId, words, PortOrder::recordMove);
    }

    /**
     * Keeps what the carrier says of the request, once for each id; the order shows it too, as soon as there is one.
     *
     * @param speaker as people know it
     */
    @Transactional
    public void comment(UUID requestId, UUID commentId, String speaker, Instant at, String words) {
        var orderId = PortOutRequest.byId(requestId).orElseThrow().orderId;
        orders.commentByCarrier(commentId, requestId, orderId, ChangeContext.byCarrier(speaker, at), words);
    }

    /** It is too late for anybody's word: who has not given one yet gives none any more. */
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
     * The carrier no longer wants the numbers: their order is cancelled, unless it is closed already.
     *
     * @param words what the carrier says, for the order's history
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
