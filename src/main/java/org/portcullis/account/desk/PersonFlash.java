package org.portcullis.account.desk;

import org.portcullis.account.People.Refusal;

/** What the page of a person reports about the last action. */
enum PersonFlash {
    CREATED(false), ROLE_SAVED(false), DEACTIVATED(false), REACTIVATED(false), LINK_SENT(false),
    ONESELF(true), LAST_OF_THE_DESK(true), CLOSED(true);

    private final boolean refusal;

    PersonFlash(boolean refusal) {
        this.refusal = refusal;
    }

    static PersonFlash of(Refusal refusal) {
        return valueOf(refusal.name());
    }

    public boolean isRefusal() {
        return refusal;
    }
}
