package org.portcullis.order.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.portcullis.order.Cursor;
import org.portcullis.order.Direction;
import org.portcullis.order.Keyset;
import org.portcullis.order.OrderSort;
import org.portcullis.order.PortOrder;
import org.portcullis.web.http.Addresses;

/**
 * A queue tab with its search and filters, and the addresses of this page and its neighbours.
 *
 * @param search a complete PON or telephone number to look up in all orders; possibly empty
 * @param overdue whether only overdue orders are shown, longest overdue first
 * @param organization a part of an organization's name, possibly empty
 * @param direction the direction filter, or null
 * @param after the cursor after which the page begins, or null
 * @param before the cursor before which it ends, or null
 */
record QueueQuery(QueueTab lane, String search, Assigned assigned, boolean overdue, String organization,
        Direction direction,
        Cursor after, Cursor before) {

    QueueQuery at(Cursor newAfter, Cursor newBefore) {
        return new QueueQuery(lane, search, assigned, overdue, organization, direction, newAfter, newBefore);
    }

    QueueQuery in(QueueTab other) {
        return new QueueQuery(other, "", assigned, overdue, organization, direction, null, null);
    }

    boolean isFiltered() {
        return assigned != Assigned.ANYBODY || overdue || !organization.isEmpty() || direction != null;
    }

    /** @return the field by which this tab is sorted */
    private String field() {
        return overdue ? "dueAt" : lane.since();
    }

    /** @return the cursor of an order in this tab */
    Cursor place(PortOrder order) {
        var key = switch (field()) {
            case "dueAt" -> order.getDueAt();
            case "unansweredSince" -> order.getUnansweredSince();
            default -> order.getWaitingSince();
        };
        return new Cursor(field(), key.toString(), order.id);
    }

    /** @return the cursor with this text; empty if the text is not valid for this tab */
    Optional<Cursor> parse(String text) {
        return Cursor.parse(field(), text).filter(place -> moment(place).isPresent());
    }

    private static Optional<Instant> moment(Cursor place) {
        try {
            return Optional.of(OrderSort.moment(place.key()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Keyset keyset() {
        var place = before == null ? after : before;
        return new Keyset(alike(), field(), false, place == null ? null : moment(place).orElseThrow(), place,
                before != null);
    }

    private List<String> alike() {
        if (!organization.isEmpty()) {
            // The orders of a few organizations are found sooner by their ids than by reading all waiting orders, as H2
            // would.
            return List.of();
        }
        if (lane.alike().isEmpty()) {
            return List.of();
        }
        if (assigned != Assigned.ANYBODY) {
            return List.of("waiting", "assigneeId");
        }
        return direction == null ? lane.alike() : List.of("waiting", "direction");
    }

    String address() {
        return address(QueueResource.PATH);
    }

    /** @return the address of another page that takes the parameters of the queue */
    String address(String path) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("lane", lane == QueueTab.US ? "" : lane.getValue());
        parameters.put("q", search);
        parameters.put("assigned", assigned == Assigned.ANYBODY ? "" : assigned.getValue());
        parameters.put("overdue", overdue ? "yes" : "");
        parameters.put("organization", organization);
        parameters.put("direction", direction == null ? "" : direction.getValue());
        parameters.put("after", after == null ? "" : after.text());
        parameters.put("before", before == null ? "" : before.text());
        return Addresses.with(path, parameters);
    }
}
