package org.portcullis.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether numbers come to us or leave us. */
public enum Direction {
    IN, OUT;

    /** @return the value in an address */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> byValue(String value) {
        return Arrays.stream(values()).filter(direction -> direction.getValue().equals(value)).findFirst();
    }
}
