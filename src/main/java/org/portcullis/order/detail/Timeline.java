package org.portcullis.order.detail;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderChange;
import org.portcullis.order.PortOrderMark;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.PortOrderTransition;

/** An order's history: its transitions, each with the changes made by or after it, and the states still ahead. */
public record Timeline(List<Entry> entries, List<PortOrderState> ahead) {

    private static final List<PortOrderState> STRAIGHT_WAY = List.of(PortOrderState.DRAFT, PortOrderState.PROCESSING,
            PortOrderState.CONTACTING_CARRIER, PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING,
            PortOrderState.COMPLETED);

    /**
     * A transition.
     *
     * @param corrected what the customer corrected before it
     * @param later events while the order was in its new state, in chronological order
     */
    public record Entry(PortOrderTransition step, List<PortOrderChange> corrected, List<Event> later) {
    }

    /** A change, such as a date, or a status report on numbers; the other one is null. */
    public record Event(PortOrderChange change, PortOrderMark mark) {

        public Instant getAt() {
            return change != null ? change.at : mark.at;
        }

        public String getActorName() {
            return change != null ? change.actorName : mark.actorName;
        }

        public boolean isByDesk() {
            return change != null ? change.isByDesk() : mark.isByDesk();
        }
    }

    public static Timeline of(PortOrder order) {
        return new Timeline(order.getHistory().stream().map(step -> entry(order, step)).toList(),
                ahead(order.getState()));
    }

    private static Entry entry(PortOrder order, PortOrderTransition step) {
        var corrected = order.getChanges().stream()
                .filter(change -> change.isClosed() && change.isChanged() && change.sequence == step.sequence - 1
                        && step.from == PortOrderState.ACTION_REQUIRED && step.to == PortOrderState.PROCESSING)
                .toList();
        var changed = order.getChanges().stream()
                .filter(change -> change.isClosed() && change.sequence == step.sequence
                        && step.to != PortOrderState.ACTION_REQUIRED)
                .map(change -> new Event(change, null));
        var marked = order.getMarks().stream().filter(mark -> mark.sequence == step.sequence)
                .map(mark -> new Event(null, mark));
        return new Entry(step, corrected,
                Stream.concat(changed, marked).sorted(Comparator.comparing(Event::getAt)).toList());
    }

    /** @return the states still ahead if the order is not rejected */
    public static List<PortOrderState> ahead(PortOrderState state) {
        return switch (state) {
            case ACTION_REQUIRED -> STRAIGHT_WAY.subList(1, STRAIGHT_WAY.size());
            case PARTIALLY_COMPLETED -> List.of(PortOrderState.COMPLETED);
            case COMPLETED, CANCELLED -> List.of();
            default -> STRAIGHT_WAY.subList(STRAIGHT_WAY.indexOf(state) + 1, STRAIGHT_WAY.size());
        };
    }
}
