package org.portcullis.order.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Filters the queue by assignee. */
public enum Assigned {
    ANYBODY, ME, NOBODY;

    /** @return the value used in addresses */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Assigned> byValue(String value) {
        return Arrays.stream(values()).filter(assigned -> assigned.getValue().equals(value)).findFirst();
    }
}
