package org.portcullis.portout.page;

/** What the page of a request says was just done, or was not and why. */
public enum RequestFlash {
    APPROVED(false),
    /** The carrier can't be told: it has to ask once more. */
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
