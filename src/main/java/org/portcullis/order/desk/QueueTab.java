package org.portcullis.order.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.portcullis.order.PortOrderState.Waiting;
import org.portcullis.order.PortOrderState;

/** What the desk looks at, each in the order in which it is worked on: what has waited, or is due, longest comes first. */
public enum QueueTab {
    /** It is the desk's turn. */
    US(Waiting.DESK, "waitingSince"),
    /** The losing carrier should have answered by now. */
    CARRIER(Waiting.LOSING_CARRIER, "dueAt"),
    /** The transfer happens within 24 hours, or should have happened. */
    TRANSFER(Waiting.CARRIERS, "dueAt"),
    /** The customer has to correct it. */
    REJECTED(Waiting.CUSTOMER, "waitingSince"),
    /** Whoever's turn it is: the customer said something that the desk has not answered. */
    COMMENTED(null, "unansweredSince");

    private final Waiting waiting;
    private final String since;

    QueueTab(Waiting waiting, String since) {
        this.waiting = waiting;
        this.since = since;
    }

    /** @return the value in the address */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QueueTab> byValue(String value) {
        return Arrays.stream(values()).filter(lane -> lane.getValue().equals(value)).findFirst();
    }

    /** @return the condition in HQL; its values are put to the parameters */
    String condition(Map<String, Object> parameters, Instant now) {
        if (this == COMMENTED) {
            // Not "is not null", for which H2 walks no index; and with an end, beyond which it would go on through all the nulls.
            parameters.put("ever", Instant.EPOCH);
            parameters.put("tomorrow", now.plus(Duration.ofDays(1)));
            return "o.unansweredSince between :ever and :tomorrow";
        }
        parameters.put("waiting", waiting);
        if (this == CARRIER) {
            parameters.put("now", now);
            return "o.waiting = :waiting and o.dueAt < :now";
        }
        if (this == REJECTED) {
            parameters.put("state", PortOrderState.ACTION_REQUIRED);
            return "o.waiting = :waiting and o.state = :state";
        }
        return "o.waiting = :waiting";
    }

    /** @return the fields of the order that are the same in the whole lane */
    List<String> alike() {
        return switch (this) {
            case REJECTED -> List.of("waiting", "state");
            case COMMENTED -> List.of();
            default -> List.of("waiting");
        };
    }

    /** @return the field of the order by which the lane is sorted */
    String since() {
        return since;
    }
}
