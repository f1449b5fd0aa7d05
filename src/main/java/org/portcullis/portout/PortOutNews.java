package org.portcullis.portout;

/** Events that are mailed to an organization's admins or to the porting desk at once. */
public enum PortOutNews {
    ALLOWED,
    REFUSED,
    /** After this refused request, too many within an hour, further ones are only shown on the page. */
    REFUSED_OFTEN,
    AWAITING_APPROVAL,
    WORD_EXPIRED,
    /** One carrier's PIN attempts for the organization's numbers are delayed. */
    GUESSING_SLOWED,
    /** One carrier's PIN attempts for the organization's numbers are blocked; other carriers' are not. */
    GUESSING_STOPPED,
    /** All carriers' PIN attempts for the organization's numbers are blocked. */
    GUESSING_LOCKED,
    /** For the porting desk: a carrier's PIN attempts are delayed, after too many wrong ones over all organizations. */
    CARRIER_SLOWED,
    /** For the porting desk: a carrier's PIN attempts are blocked. */
    CARRIER_LOCKED,
    /** For the porting desk: an organization reported a request as unwanted. */
    NOT_US,
    /** For the organization's admins: a request was reported as unwanted. */
    NOT_US_REPORTED;

    /** @return whether the e-mail is for the porting desk */
    public boolean isForDesk() {
        return this == CARRIER_SLOWED || this == CARRIER_LOCKED || this == NOT_US;
    }
}
