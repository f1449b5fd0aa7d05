package org.portcullis.order;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Filters of the list. */
public enum StateGroup {
    OPEN(EnumSet.complementOf(EnumSet.of(PortOrderState.COMPLETED, PortOrderState.CANCELLED))),
    ACTION(EnumSet.of(PortOrderState.ACTION_REQUIRED)),
    DONE(EnumSet.of(PortOrderState.COMPLETED, PortOrderState.CANCELLED)),
    ALL(EnumSet.allOf(PortOrderState.class));

    private final Set<PortOrderState> states;

    StateGroup(Set<PortOrderState> states) {
        this.states = states;
    }

    public Set<PortOrderState> states() {
        return states;
    }

    /** @return the value used in addresses */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StateGroup> byValue(String value) {
        return Arrays.stream(values()).filter(group -> group.getValue().equals(value)).findFirst();
    }
}
