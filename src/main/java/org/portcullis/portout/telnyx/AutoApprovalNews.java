package org.portcullis.portout.telnyx;

/** What admins and desk have to know of a carrier that takes silence for a yes. */
enum AutoApprovalNews {
    /** Nobody has decided yet, and the end comes near. */
    UNDECIDED,
    /** It is decided, and Telnyx could not be told so far. */
    UNTOLD,
    /** The numbers leave although nobody here allowed it. */
    OVERTAKEN,
    /** It was refused, Telnyx finds the reason invalid, and waits for another answer. */
    REOPENED,
    /** It waits at Telnyx and was never announced: there is no PIN to decide by. */
    MISSED,
    /** It was announced, but so that nobody can tell which one it is. */
    UNREADABLE
}
