package org.portcullis.portout.desk;

/** What the list says was just done, or was not and why. */
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
