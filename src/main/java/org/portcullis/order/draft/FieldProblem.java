package org.portcullis.order.draft;

/** Why the value of an order's field is not valid yet. */
public enum FieldProblem {
    MISSING, TOO_LONG, UNUSABLE, NO_CHOICE, NO_NUMBER, REGION_INVALID, ZIP_INVALID, REPLACEMENT_MOVES,
    REPLACEMENT_MISSING,
    SIMPLE_HAS_ONE_NUMBER, DATE_INVALID, DATE_TOO_EARLY, DATE_TOO_LATE, DATE_NO_BUSINESS_DAY, EMAIL_INVALID,
    TOO_MANY_ADDRESSES,
    PORT_OUT_NEEDS_PIN, PIN_COMPROMISED, PIN_EXPIRED, PIN_USED;

    /** @return whether the organization's PIN is the problem, which is solved on the PIN's own page */
    public boolean isOfPin() {
        return this == PORT_OUT_NEEDS_PIN || this == PIN_COMPROMISED || this == PIN_EXPIRED || this == PIN_USED;
    }
}
