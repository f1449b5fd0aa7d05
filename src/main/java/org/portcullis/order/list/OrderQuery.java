package org.portcullis.order.list;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.portcullis.order.Cursor;
import org.portcullis.order.DateRange;
import org.portcullis.order.Direction;
import org.portcullis.order.Keyset;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.OrderSort;
import org.portcullis.web.http.Addresses;

/**
 * The parameters of a list, and the addresses of this page and its neighbours.
 *
 * @param organizationId the organization that the desk chose, or null
 * @param direction the direction filter, or null
 * @param carrier a part of the other carrier's name, possibly empty
 * @param after the cursor after which the page begins, or null
 * @param before the cursor before which it ends, or null
 */
public record OrderQuery(UUID organizationId, StateFilter state, String search, Direction direction, String carrier,
        DateRange dates,
        OrderSort sort, Cursor after, Cursor before) {

    static OrderQuery everythingOf(UUID organizationId) {
        return new OrderQuery(organizationId, StateFilter.ALL, "", null, "", DateRange.ANY, OrderSort.NEWEST, null,
                null);
    }

    /** @return the same list from its start */
    OrderQuery fromStart() {
        return at(null, null);
    }

    OrderQuery after(Cursor place) {
        return at(place, null);
    }

    OrderQuery before(Cursor place) {
        return at(null, place);
    }

    private OrderQuery at(Cursor newAfter, Cursor newBefore) {
        return new OrderQuery(organizationId, state, search, direction, carrier, dates, sort, newAfter, newBefore);
    }

    OrderQuery in(StateFilter other) {
        return new OrderQuery(organizationId, other, search, direction, carrier, dates, sort, null, null);
    }

    OrderQuery sortedBy(OrderSort other) {
        return new OrderQuery(organizationId, state, search, direction, carrier, dates, other, null, null);
    }

    OrderQuery withoutSearch() {
        return new OrderQuery(organizationId, state, "", direction, carrier, dates, sort, null, null);
    }

    OrderQuery withoutDirection() {
        return new OrderQuery(organizationId, state, search, null, carrier, dates, sort, null, null);
    }

    OrderQuery withoutCarrier() {
        return new OrderQuery(organizationId, state, search, direction, "", dates, sort, null, null);
    }

    OrderQuery withoutDates() {
        return new OrderQuery(organizationId, state, search, direction, carrier, DateRange.ANY, sort, null, null);
    }

    boolean isFiltered() {
        return direction != null || !carrier.isEmpty() || dates.isSet();
    }

    Keyset keyset() {
        return before != null ? sort.keyset(before, true) : sort.keyset(after, false);
    }

    /** @return the address of the page */
    public String address() {
        return address(OrderPaths.LIST);
    }

    /** @return the address of another page that takes the parameters of the list; the organization is always the first */
    public String address(String path) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("organization", organizationId == null ? "" : organizationId.toString());
        parameters.put("state", state.isAll() ? "" : state.value());
        parameters.put("q", search);
        parameters.put("direction", direction == null ? "" : direction.getValue());
        parameters.put("carrier", carrier);
        parameters.put("from", dates.from());
        parameters.put("to", dates.to());
        parameters.put("sort", sort == OrderSort.NEWEST ? "" : sort.getValue());
        parameters.put("after", after == null ? "" : after.text());
        parameters.put("before", before == null ? "" : before.text());
        return Addresses.with(path, parameters);
    }
}
