package org.portcullis.portout;

/** The state of a request. */
public enum Verdict {
    /** The PIN is being compared. If the process dies meanwhile, the request was refused. */
    DECIDING,
    ALLOWED,
    REFUSED,
    /** All checks passed; the organization's admins have not answered yet. */
    AWAITING_APPROVAL;

    /** @return the CSS name of its icon and colors */
    public String getStyle() {
        return switch (this) {
            case DECIDING -> "waiting";
            case ALLOWED -> "done";
            case REFUSED -> "failed";
            case AWAITING_APPROVAL -> "act-now";
        };
    }
}
