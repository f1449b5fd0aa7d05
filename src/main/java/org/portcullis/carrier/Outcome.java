package org.portcullis.carrier;

/** What came of a credential that was shown. */
enum Outcome {
    GOOD,
    /** No secret has that user name, or what was shown can't be read as a credential. */
    UNKNOWN,
    WRONG, REVOKED, EXPIRED, OTHER_PROTOCOL,
    /** The database can't be asked, and what it said last speaks for it, or does not tell. */
    UNCHECKED
}
