package org.portcullis.bandwidth;

import org.portcullis.portout.Refusal;

/** The codes of Bandwidth's port-out validation that are a no. 7599 is none of them: the platform takes it for a yes. */
enum BandwidthCode {
    ACCOUNT_NUMBER_MISSING(7510),
    ACCOUNT_NUMBER_INVALID(7511),
    PIN_MISSING(7512),
    PIN_INVALID(7513),
    ZIP_MISSING(7514),
    ZIP_INVALID(7515),
    NOT_RECOGNISED(7516),
    TOO_MANY_NUMBERS(7517),
    NOT_ACTIVE(7518),
    CUSTOMER_MISMATCH(7519),
    TO_BE_UNLOCKED(7520),
    INVALID_REQUEST(7598);

    private final int number;

    BandwidthCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static BandwidthCode of(Refusal refusal) {
        return switch (refusal) {
            case TOO_MANY_NUMBERS -> TOO_MANY_NUMBERS;
            case NOT_RECOGNISED, SEVERAL_ORGANIZATIONS -> NOT_RECOGNISED;
            case NOT_ACTIVE -> NOT_ACTIVE;
            case LOCKED, NO_PIN, AWAITING_WORD, REFUSED_BY_ADMIN, WORD_EXPIRED -> TO_BE_UNLOCKED;
            case ALREADY_LEAVING, UNDECIDED -> INVALID_REQUEST;
            case ACCOUNT_NUMBER_MISSING -> ACCOUNT_NUMBER_MISSING;
            case ACCOUNT_NUMBER_INVALID -> ACCOUNT_NUMBER_INVALID;
            case ZIP_MISSING -> ZIP_MISSING;
            case ZIP_INVALID -> ZIP_INVALID;
            case NOT_IN_UNITED_STATES -> CUSTOMER_MISMATCH;
            case PIN_MISSING -> PIN_MISSING;
            case PIN_INVALID, PIN_UNUSABLE, GUESSING_SLOWED, GUESSING_LOCKED -> PIN_INVALID;
        };
    }
}
