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
    US("waiting", Waiting.DESK, "waitingSince"),
    /** The losing carrier should have answered by now. */
    CARRIER("waiting", Waiting.LOSING_CARRIER, "dueAt"),
    /** The transfer happens within 24 hours, or should have happened. */
    TRANSFER("waiting", Waiting.CARRIERS, "dueAt"),
    /** The customer has to correct it. */
    REJECTED("state", PortOrderState.ACTION_REQUIRED, "waitingSince");

    private final String field;
    private final Object value;
    private final String since;

    Lane(String field, Object value, String since) {
        this.field = field;
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
        var condition = "o." + field + " = :lane";
        if (this != CARRIER) {
            return condition;
        }
        parameters.put("now", now);
        return condition + " and o.dueAt < :now";
    }

    /** @return the field of the order that tells that it is in the lane */
    String field() {
        return field;
    }

    /** @return the field of the order by which the lane is sorted */
    String since() {
        return since;
    }
}
