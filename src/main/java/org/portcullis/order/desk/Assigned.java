package org.portcullis.order.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose orders the queue shows. */
public enum Assigned {
    ANYBODY, ME, NOBODY;

    /** @return the value in the address */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Assigned> byValue(String value) {
        return Arrays.stream(values()).filter(assigned -> assigned.getValue().equals(value)).findFirst();
    }
}
