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
 * A part of the queue to show, and the addresses of it and of those beside it.
 *
 * @param search a whole PON or telephone number, which is looked for in all orders; possibly empty
 * @param overdue whether only what is overdue is shown, longest overdue first
 * @param organization a part of an organization's name, possibly empty
 * @param direction the only direction to show, or null
 * @param after the place after which the page begins, or null
 * @param before the place before which it ends, or null
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

    /** @return the field by which this part is sorted */
    private String field() {
        return overdue ? "dueAt" : lane.since();
    }

    /** @return the place of an order in this part */
    Cursor place(PortOrder order) {
        var key = switch (field()) {
            case "dueAt" -> order.getDueAt();
            case "unansweredSince" -> order.getUnansweredSince();
            default -> order.getWaitingSince();
        };
        return new Cursor(field(), key.toString(), order.id);
    }

    /** @return the place with this text; nothing for a text that was never made for this part */
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
            // A few organizations' orders are found sooner by these than by walking all that wait, which H2 would do.
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
