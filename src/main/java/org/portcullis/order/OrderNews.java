package org.portcullis.order;

import java.util.Optional;

/**
 * Events of an order that cause notifications: a transition, a changed or kept date, or a comment. The last three are
 * for the desk.
 */
public enum OrderNews {
    RECEIVED, CORRECTED, SENT_TO_CARRIER, DATE_CONFIRMED, DATE_CHANGED, DATE_KEPT, PENDING, ACTION_REQUIRED,
    PARTIALLY_COMPLETED, COMPLETED,
    CANCELLED, COMMENTED,
    TO_WITHDRAW, CUSTOMER_COMMENTED, CARRIER_COMMENTED;

    /**
     * @return empty if no notification is needed: drafts concern only their author, and without a new state there is no
     * news
     */
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
