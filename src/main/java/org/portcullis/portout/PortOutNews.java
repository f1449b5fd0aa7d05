package org.portcullis.portout;

/** What an organization's admins, or the porting desk, have to know of at once. */
public enum PortOutNews {
    ALLOWED,
    REFUSED,
    /** One more refused request, after so many within an hour that further ones are only on the page. */
    REFUSED_OFTEN,
    AWAITING_APPROVAL,
    WORD_EXPIRED,
    /** One carrier's tries for the organization's numbers are slowed down. */
    GUESSING_SLOWED,
    /** One carrier's tries for the organization's numbers are not looked at any more; other carriers' are. */
    GUESSING_STOPPED,
    /** No carrier's are. */
    GUESSING_LOCKED,
    /** For the porting desk: so many wrong PINs came from one carrier, whoever's numbers they were for, that it is slowed down. */
    CARRIER_SLOWED,
    /** For the porting desk. */
    CARRIER_LOCKED,
    /** For the porting desk. */
    NOT_US,
    /** The same for the organization's admins. */
    NOT_US_REPORTED;

    /** @return whether it is the porting desk that is told */
    public boolean isForDesk() {
        return this == CARRIER_SLOWED || this == CARRIER_LOCKED || this == NOT_US;
    }
}
