package org.portcullis.portout.telnyx;

/** What Telnyx is told of a port-out. */
enum Decision {
    AUTHORIZE(TelnyxStatus.AUTHORIZED),
    REJECT(TelnyxStatus.REJECTED_PENDING);

    private final TelnyxStatus wanted;

    Decision(TelnyxStatus wanted) {
        this.wanted = wanted;
    }

    /** @return the status that the port-out is put into */
    TelnyxStatus wanted() {
        return wanted;
    }

    /** @return whether a port-out in that status has heard it */
    boolean isMetBy(TelnyxStatus status) {
        return this == AUTHORIZE ? status.isYes() : status.isNo();
    }
}
