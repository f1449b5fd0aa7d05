package org.portcullis.portout.api;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a request that hold text, and how long it may be. */
enum Field {
    PON("pon", 25),
    PIN("pin", 10),
    ACCOUNT_NUMBER("accountNumber", 25),
    ZIP_CODE("zipCode", 15),
    SUBSCRIBER_NAME("subscriberName", 93);

    /** The name of the field that is a list. */
    static final String NUMBERS = "numbers";

    private final String key;
    private final int longest;

    Field(String key, int longest) {
        this.key = key;
        this.longest = longest;
    }

    static Optional<Field> byKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** @return the maximum length in characters */
    int longest() {
        return longest;
    }
}
