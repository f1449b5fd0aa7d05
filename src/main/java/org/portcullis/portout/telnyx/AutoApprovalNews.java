package org.portcullis.portout.telnyx;

/** Events of a carrier's automatic approval, for admins and the porting desk. */
enum AutoApprovalNews {
    /** The request is undecided, and the deadline is near. */
    UNDECIDED,
    /** The request is decided, but Telnyx could not be told so far. */
    UNTOLD,
    /** Telnyx approved automatically, although the request was not allowed here. */
    OVERTAKEN,
    /** The request was refused; Telnyx finds the reason invalid, and waits for another answer. */
    REOPENED,
    /** Telnyx has a port-out that was never announced here, so there is no PIN to compare. */
    MISSED,
    /** Telnyx announced a port-out, but its identity can't be read. */
    UNREADABLE
}
