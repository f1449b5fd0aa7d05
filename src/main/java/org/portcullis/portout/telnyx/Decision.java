package org.portcullis.portout.telnyx;

/** The decisions that Telnyx can be told. */
enum Decision {
    AUTHORIZE(TelnyxStatus.AUTHORIZED),
    REJECT(TelnyxStatus.REJECTED_PENDING);

    private final TelnyxStatus wanted;

    Decision(TelnyxStatus wanted) {
        this.wanted = wanted;
    }

    /** @return the status to set for the port-out */
    TelnyxStatus wanted() {
        return wanted;
    }

    /** @return whether the status shows that Telnyx knows the decision */
    boolean isMetBy(TelnyxStatus status) {
        return this == AUTHORIZE ? status.isYes() : status.isNo();
    }
}
