package org.portcullis.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether numbers are ported in or out. */
public enum Direction {
    IN, OUT;

    /** @return the value used in addresses */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> byValue(String value) {
        return Arrays.stream(values()).filter(direction -> direction.getValue().equals(value)).findFirst();
    }
}
