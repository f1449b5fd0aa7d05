package org.portcullis.portout;

/** What becomes of a request. */
public enum Verdict {
    /** The PIN is being compared. If that process dies, the request was refused. */
    DECIDING,
    ALLOWED,
    REFUSED,
    /** Everything is right, and the organization's admins have still to say whether they want it. */
    AWAITING_APPROVAL;

    /** @return the name of its icon and its colours */
    public String getStyle() {
        return switch (this) {
            case DECIDING -> "waiting";
            case ALLOWED -> "done";
            case REFUSED -> "failed";
            case AWAITING_APPROVAL -> "act-now";
        };
    }
}
