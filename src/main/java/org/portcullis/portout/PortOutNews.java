package org.portcullis.portout;

/** What an organization's admins, or the porting desk, have to know of at once. */
public enum PortOutNews {
    ALLOWED,
    REFUSED,
    /** One more refused request, after so many within an hour that further ones are only on the page. */
    REFUSED_OFTEN,
    AWAITING_WORD,
    WORD_EXPIRED,
    GUESSING_SLOWED,
    GUESSING_LOCKED,
    /** So many wrong PINs came from one carrier, whoever's numbers they were for, that its further ones are slowed down. */
    CARRIER_SLOWED,
    CARRIER_LOCKED,
    NOT_US;

    /** @return whether somebody may be trying to take numbers away, so that the e-mail says first what to do about it */
    public boolean isWarning() {
        return switch (this) {
            case GUESSING_SLOWED, GUESSING_LOCKED, CARRIER_SLOWED, CARRIER_LOCKED, NOT_US -> true;
            default -> false;
        };
    }

    /** @return whether it is the porting desk that is told */
    public boolean isForDesk() {
        return switch (this) {
            case CARRIER_SLOWED, CARRIER_LOCKED, NOT_US -> true;
            default -> false;
        };
    }
}
