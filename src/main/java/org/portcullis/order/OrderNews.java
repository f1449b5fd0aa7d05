package org.portcullis.order;

import java.util.Optional;

/**
 * What happened to an order, for the people who have to know of it: a step, another date or that it stays, or what was said. The
 * last three are for the desk.
 */
public enum OrderNews {
    RECEIVED, CORRECTED, SENT_TO_CARRIER, DATE_CONFIRMED, DATE_CHANGED, DATE_KEPT, PENDING, ACTION_REQUIRED,
    PARTIALLY_COMPLETED, COMPLETED,
    CANCELLED, COMMENTED,
    TO_WITHDRAW, CUSTOMER_COMMENTED, CARRIER_COMMENTED;

    /** @return nothing where nobody has to know: a draft is its author's own, and what does not move is no news */
    static Optional<OrderNews> of(PortOrderState from, PortOrderState to) {
        if (from == to) {
            return Optional.empty();
        }
        return switch (to) {
            case DRAFT -> Optional.empty();
            case PROCESSING -> Optional.of(from == PortOrderState.ACTION_REQUIRED ? CORRECTED : RECEIVED);
            case CONTACTING_CARRIER -> Optional.of(SENT_TO_CARRIER);
            case TRANSFER_APPROVED -> Optional.of(DATE_CONFIRMED);
            case TRANSFER_PENDING -> Optional.of(PENDING);
            case ACTION_REQUIRED -> Optional.of(ACTION_REQUIRED);
            case PARTIALLY_COMPLETED -> Optional.of(PARTIALLY_COMPLETED);
            case COMPLETED -> Optional.of(COMPLETED);
            case CANCELLED -> Optional.of(CANCELLED);
        };
    }
}
