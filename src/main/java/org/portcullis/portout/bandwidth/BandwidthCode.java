package org.portcullis.portout.bandwidth;

import org.portcullis.portout.Refusal;

/**
 * The codes with which Bandwidth's port-out validation refuses. There must be no others: the platform ignores codes
 * outside of the protocol's list and lets the numbers go; it does so on 7599, too.
 */
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
            case LOCKED, NO_PIN, NOT_IN_UNITED_STATES, AWAITING_APPROVAL, REFUSED_BY_ADMIN, WORD_EXPIRED ->
                CUSTOMER_MISMATCH;
            case UNREADABLE, ALREADY_LEAVING, UNDECIDED -> INVALID_REQUEST;
            case ACCOUNT_NUMBER_MISSING -> ACCOUNT_NUMBER_MISSING;
            case ACCOUNT_NUMBER_INVALID -> ACCOUNT_NUMBER_INVALID;
            case ZIP_MISSING -> ZIP_MISSING;
            case ZIP_INVALID -> ZIP_INVALID;
            case PIN_MISSING -> PIN_MISSING;
            case PIN_INVALID, PIN_UNUSABLE, GUESSING_SLOWED, GUESSING_LOCKED -> PIN_INVALID;
        };
    }
}
