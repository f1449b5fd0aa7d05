package org.portcullis.portout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the asker is told.
 *
 * @param reasons why not, as outsiders may know it; empty if the numbers may leave
 * @param orderPon of the port order that the numbers leave with, or null
 * @param answerBy until when the admins have time for their word, or null
 */
public record Answer(UUID id, Verdict verdict, List<Refusal> reasons, String pon, Instant receivedAt, String orderPon, Instant answerBy) {

    static Answer of(PortOutRequest request, String orderPon) {
        var reasons = request.getRefusals().stream().map(Refusal::outside).distinct().toList();
        return new Answer(request.id, request.getVerdict(), reasons, request.pon, request.receivedAt, orderPon, request.answerBy);
    }

    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }
}
