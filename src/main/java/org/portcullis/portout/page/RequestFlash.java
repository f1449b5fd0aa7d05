package org.portcullis.portout.page;

/** Confirmations and errors that the page of a request shows. */
public enum RequestFlash {
    APPROVED(false),
    /** The carrier can't be told: it has to ask again. */
    APPROVED_ONCE_ASKED(false),
    REFUSED(false), NOT_US(false),
    TOO_LATE(true), IN_THE_WAY(true);

    private final boolean hindered;

    RequestFlash(boolean hindered) {
        this.hindered = hindered;
    }

    public boolean isHindered() {
        return hindered;
    }
}
