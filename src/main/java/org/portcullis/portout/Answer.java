package org.portcullis.portout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.portcullis.order.PortOrder;
import org.portcullis.portout.CarrierOutcome.Outcome;

/**
 * What the requesting carrier is told.
 *
 * @param reasons why the request is refused, as outsiders may know it; empty if it is allowed
 * @param orderPon of the port order that the numbers leave with, or null
 * @param answerBy the deadline for the admin's approval, or null
 */
public record Answer(UUID id, Verdict verdict, List<Refusal> reasons, String pon, Instant receivedAt, String orderPon,
        Instant answerBy) {

    /** @return what the requesting carrier is told of the request as it is now */
    static Answer of(PortOutRequest request) {
        var outcome = Outcome.of(request);
        var order = outcome.verdict() != Verdict.ALLOWED || request.orderId == null ? null
                : PortOrder.byId(request.orderId).orElse(null);
        return new Answer(request.id, outcome.verdict(), outcome.reasons(), request.pon, request.receivedAt,
                order == null ? null : order.pon,
                request.answerBy);
    }

    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }
}
