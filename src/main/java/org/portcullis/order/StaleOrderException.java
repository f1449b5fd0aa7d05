package org.portcullis.order;

import java.time.Instant;

/** Another person changed the order after the form was made. The form's changes were not applied. */
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

    /** @return the name of the person who did, or null if the portal did automatically */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
