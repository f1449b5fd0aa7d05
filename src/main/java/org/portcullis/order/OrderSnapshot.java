package org.portcullis.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of an order before a change, from which the effect of the change is derived. */
record OrderSnapshot(int steps, Set<PortOrderChange> closed, int marks, Instant focAt, boolean dateWished) {

    static OrderSnapshot of(PortOrder order) {
        return new OrderSnapshot(order.getHistory().size(), closed(order), order.getMarks().size(), order.getFocAt(),
                order.isAnotherDateWished());
    }

    private static Set<PortOrderChange> closed(PortOrder order) {
        return order.getChanges().stream().filter(PortOrderChange::isClosed).collect(Collectors.toSet());
    }

    List<PortOrderTransition> stepsSince(PortOrder order) {
        return List.copyOf(order.getHistory().subList(steps, order.getHistory().size()));
    }

    /** @return the fields of a submitted order that have changed */
    List<OrderField> fieldsSince(PortOrder order) {
        return order.getChanges().stream()
                .filter(change -> change.isClosed() && change.isChanged() && !closed.contains(change))
                .map(change -> change.field).toList();
    }

    Optional<PortOrderMark> markSince(PortOrder order) {
        return order.getMarks().stream().skip(marks).reduce((earlier, later) -> later);
    }

    /** @return the carrier's answer about the date, if nothing else has happened */
    Optional<OrderNews> newsOfDate(PortOrder order) {
        if (order.getHistory().size() > steps || order.getFocAt() == null) {
            return Optional.empty();
        }
        if (!order.getFocAt().equals(focAt)) {
            return Optional.of(OrderNews.DATE_CHANGED);
        }
        return dateWished && !order.isAnotherDateWished() ? Optional.of(OrderNews.DATE_KEPT) : Optional.empty();
    }
}
