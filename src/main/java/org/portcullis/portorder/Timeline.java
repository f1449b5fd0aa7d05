package org.portcullis.portorder;

import java.util.List;

/** An order's way: the steps behind it, each with what was changed by it or after it, and the states still ahead. */
public record Timeline(List<Entry> entries, List<PortOrderState> ahead) {

    private static final List<PortOrderState> STRAIGHT_WAY = List.of(PortOrderState.DRAFT, PortOrderState.PROCESSING,
            PortOrderState.CONTACTING_CARRIER, PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING,
            PortOrderState.COMPLETED);

    /**
     * A step.
     *
     * @param corrected what the customer corrected before it
     * @param changed what was changed while it stood there, such as a date
     */
    public record Entry(PortOrderTransition step, List<PortOrderChange> corrected, List<PortOrderChange> changed) {
    }

    static Timeline of(PortOrder order) {
        return new Timeline(order.getHistory().stream().map(step -> entry(order, step)).toList(), ahead(order.getState()));
    }

    private static Entry entry(PortOrder order, PortOrderTransition step) {
        var corrected = order.getChanges().stream()
                .filter(change -> change.isClosed() && change.sequence == step.sequence - 1
                        && step.from == PortOrderState.ACTION_REQUIRED && step.to == PortOrderState.PROCESSING)
                .toList();
        var changed = order.getChanges().stream()
                .filter(change -> change.isClosed() && change.sequence == step.sequence && step.to != PortOrderState.ACTION_REQUIRED)
                .toList();
        return new Entry(step, corrected, changed);
    }

    /** @return the states still ahead on the straight way, where nothing is rejected */
    static List<PortOrderState> ahead(PortOrderState state) {
        return switch (state) {
            case ACTION_REQUIRED -> STRAIGHT_WAY.subList(1, STRAIGHT_WAY.size());
            case PARTIALLY_COMPLETED -> List.of(PortOrderState.COMPLETED);
            case COMPLETED, CANCELLED -> List.of();
            default -> STRAIGHT_WAY.subList(STRAIGHT_WAY.indexOf(state) + 1, STRAIGHT_WAY.size());
        };
    }
}
