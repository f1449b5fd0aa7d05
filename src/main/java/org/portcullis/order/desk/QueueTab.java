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

/** The tabs of the queue. Each is sorted by urgency: the orders that have waited, or are due, longest come first. */
public enum QueueTab {
    /** The desk has to act. */
    US(Waiting.DESK, "waitingSince"),
    /** The losing carrier's answer is due. */
    CARRIER(Waiting.LOSING_CARRIER, "dueAt"),
    /** The transfer is due within 24 hours, or overdue. */
    TRANSFER(Waiting.CARRIERS, "dueAt"),
    /** The customer has to correct the order. */
    REJECTED(Waiting.CUSTOMER, "waitingSince"),
    /** The customer has made a comment that the desk has not answered, regardless of who has to act. */
    COMMENTED(null, "unansweredSince");

    private final Waiting waiting;
    private final String since;

    QueueTab(Waiting waiting, String since) {
        this.waiting = waiting;
        this.since = since;
    }

    /** @return the value used in addresses */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QueueTab> byValue(String value) {
        return Arrays.stream(values()).filter(lane -> lane.getValue().equals(value)).findFirst();
    }

    /** @return the condition in HQL; its values are added to the parameters */
    String condition(Map<String, Object> parameters, Instant now) {
        if (this == COMMENTED) {
            // Not "is not null", for which H2 uses no index. The upper bound keeps it from reading on through all
            // nulls.
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

    /** @return the fields of the order that are the same in the whole tab */
    List<String> alike() {
        return switch (this) {
            case REJECTED -> List.of("waiting", "state");
            case COMMENTED -> List.of();
            default -> List.of("waiting");
        };
    }

    /** @return the field of the order by which the tab is sorted */
    String since() {
        return since;
    }
}
