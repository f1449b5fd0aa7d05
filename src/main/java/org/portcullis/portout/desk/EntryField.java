package org.portcullis.portout.desk;

import java.util.Locale;

/** What the desk types in of a carrier's request, beside the PIN. */
enum EntryField {
    CARRIER(100), PON(25),
    /** As many as fit into a form. */
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

    /** What may be wrong with a field. */
    enum Problem {
        CARRIER_MISSING, NUMBERS_MISSING, NUMBERS_UNREADABLE,
        /** It holds what can't be seen, or nothing that can be read. */
        NOT_READABLE, TOO_LONG
    }
}
