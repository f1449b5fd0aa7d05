package org.portcullis.portout.desk;

import java.util.Locale;

/** The fields of a carrier's request that the desk types in, apart from the PIN. */
enum EntryField {
    CARRIER(100), PON(25),
    /** As long as a form may be. */
    NUMBERS(500_000),
    ACCOUNT_NUMBER(25), ZIP(15), SUBSCRIBER(93);

    private final int longest;

    EntryField(int longest) {
        this.longest = longest;
    }

    public int getLongest() {
        return longest;
    }

    /** @return the field's id on the page */
    public String getKey() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isOptional() {
        return this != CARRIER && this != NUMBERS;
    }

    /** Why a field is invalid. */
    enum Problem {
        CARRIER_MISSING, NUMBERS_MISSING, NUMBERS_UNREADABLE,
        /** It contains invisible characters, or no readable ones. */
        NOT_READABLE, TOO_LONG
    }
}
