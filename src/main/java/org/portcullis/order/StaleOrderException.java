package org.portcullis.order;

import java.time.Instant;

/** Somebody else changed the order after the form was made that should change it now. Nothing was changed by the form. */
public class StaleOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String changedBy;
    private final Instant changedAt;

    /** @param order as it is now */
    public StaleOrderException(PortOrder order) {
        super("The order was changed meanwhile");
        changedBy = order.getChangedBy();
        changedAt = order.getChangedAt();
    }

    /** @return the name of who did, or null where the portal did by itself */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
