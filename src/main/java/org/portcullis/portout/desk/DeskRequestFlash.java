package org.portcullis.portout.desk;

/** Confirmations and errors that the list shows. */
enum DeskRequestFlash {
    LIFTED(false), NOTHING_TO_LIFT(true);

    private final boolean hindered;

    DeskRequestFlash(boolean hindered) {
        this.hindered = hindered;
    }

    public boolean isHindered() {
        return hindered;
    }
}
