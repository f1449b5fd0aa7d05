package org.portcullis.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.portorder.PortOrderState;
import org.portcullis.portorder.PortOrderState.Waiting;

/** What the desk looks at, each in the order in which it is worked on: what has waited, or is due, longest comes first. */
public enum Lane {
    /** It is the desk's turn. */
    US("o.waiting = :lane", Waiting.DESK, "waitingSince"),
    /** The losing carrier should have answered by now. */
    CARRIER("o.waiting = :lane and o.dueAt < :now", Waiting.LOSING_CARRIER, "dueAt"),
    /** The transfer happens within 24 hours, or should have happened. */
    TRANSFER("o.waiting = :lane", Waiting.CARRIERS, "dueAt"),
    /** The customer has to correct it. */
    REJECTED("o.state = :lane", PortOrderState.ACTION_REQUIRED, "waitingSince");

    private final String condition;
    private final Object value;
    private final String since;

    Lane(String condition, Object value, String since) {
        this.condition = condition;
        this.value = value;
        this.since = since;
    }

    /** @return the value in the address */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Lane> byValue(String value) {
        return Arrays.stream(values()).filter(lane -> lane.getValue().equals(value)).findFirst();
    }

    /** @return the condition in HQL; its values are put to the parameters */
    String condition(Map<String, Object> parameters, Instant now) {
        parameters.put("lane", value);
        if (this == CARRIER) {
            parameters.put("now", now);
        }
        return condition;
    }

    /** @return the field of the order by which the lane is sorted */
    String since() {
        return since;
    }
}
