package org.portcullis.telnyx;

/** What admins and desk have to know of a carrier that takes silence for a yes. */
enum SilenceNews {
    /** Nobody has decided yet, and the end comes near. */
    UNDECIDED,
    /** It is decided, and Telnyx could not be told so far. */
    UNTOLD,
    /** The numbers leave although nobody here allowed it. */
    OVERTAKEN
}
