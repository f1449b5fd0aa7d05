package org.portcullis.portout;

/** What an organization's admins have to know of at once. */
public enum PortOutNews {
    ALLOWED,
    REFUSED,
    /** One more refused request, after so many within an hour that further ones are only on the page. */
    REFUSED_OFTEN,
    AWAITING_WORD,
    WORD_EXPIRED,
    GUESSING_SLOWED,
    GUESSING_LOCKED,
    /** For the porting desk. */
    NOT_US,
    /** The same for the organization's admins. */
    NOT_US_REPORTED
}
