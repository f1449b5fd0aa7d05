package org.portcullis.order.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.portcullis.order.DateRange;
import org.portcullis.order.Direction;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.OrderSort;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.StateGroup;
import org.portcullis.organization.Organization;

/**
 * One page of an organization's orders, with what stands around it.
 *
 * @param chips the groups of states with how many orders each holds
 * @param bars the states with how many orders each holds, as a chart
 * @param previous the address of the page before this one, or null
 * @param next the address of the page after this one, or null
 * @param emptyOrganization whether there is no order at all, filter or not
 */
public record OrderList(Organization organization, List<PortOrder> orders, List<Chip> chips, List<Bar> bars,
        OrderQuery query,
        String previous, String next, boolean emptyOrganization, Instant now) {

    static final int PAGE_SIZE = 25;

    /** A group of states, how many orders it holds, where it leads, and whether it is the chosen one. */
    public record Chip(StateGroup group, long count, String address, boolean chosen) {
    }

    /**
     * A state in the chart, how many orders are in it, where it leads, and whether it is the chosen one.
     *
     * @param percent of the longest bar
     */
    public record Bar(PortOrderState state, long count, long percent, String address, boolean chosen) {
    }

    /** A filter that is set, and where the list is without it. */
    public record ActiveFilter(Kind kind, String address) {

        /** What is filtered by. */
        public enum Kind {
            DIRECTION, CARRIER, DATES, SORT
        }
    }

    /** Something to sort by, where that leads, and whether it is what the list is sorted by. */
    public record SortLink(OrderSort sort, String address, boolean chosen) {
    }

    public static OrderList of(Organization organization, OrderQuery query, Instant now) {
        if (query.dates().isFailed()) {
            return new OrderList(organization, List.of(), chips(query, Map.of()), List.of(), query, null, null, false,
                    now);
        }
        var found = new ArrayList<>(OrderFinder.page(organization, query, PAGE_SIZE + 1));
        var hasMore = found.size() > PAGE_SIZE;
        if (hasMore) {
            found.remove(PAGE_SIZE);
        }
        var isBackwards = query.before() != null;
        if (isBackwards) {
            Collections.reverse(found);
        }
        var hasPrevious = isBackwards ? hasMore : query.after() != null;
        var hasNext = isBackwards || hasMore;
        var counts = OrderFinder.counts(organization, query);
        return new OrderList(organization, found, chips(query, counts), bars(query, counts), query,
                hasPrevious && !found.isEmpty() ? query.before(query.sort().cursor(found.get(0))).address() : null,
                hasNext && !found.isEmpty() ? query.after(query.sort().cursor(found.get(found.size() - 1))).address()
                        : null,
                counts.isEmpty() && !OrderFinder.hasAny(organization), now);
    }

    private static List<Chip> chips(OrderQuery query, Map<PortOrderState, Long> counts) {
        return Arrays.stream(StateGroup.values()).map(group -> {
            var filter = StateFilter.of(group);
            var count = group.states().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
            return new Chip(group, count, query.in(filter).address(), filter.equals(query.state()));
        }).toList();
    }

    private static List<Bar> bars(OrderQuery query, Map<PortOrderState, Long> counts) {
        var longest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return Arrays.stream(PortOrderState.values()).map(state -> {
            var filter = StateFilter.of(state);
            var count = counts.getOrDefault(state, 0L);
            // What there is any of is seen, however much there is of others.
            var percent = count == 0 ? 0 : Math.max(2, Math.round(100.0 * count / longest));
            return new Bar(state, count, percent, query.in(filter).address(), filter.equals(query.state()));
        }).toList();
    }

    /** @return how many orders search and filters find, within the chosen states */
    public long getFound() {
        return bars.stream().filter(bar -> query.state().states().contains(bar.state())).mapToLong(Bar::count).sum();
    }

    /** @return whether search and filters find nothing in any state, so that another state would be no help */
    public boolean isFoundNowhere() {
        return bars.stream().allMatch(bar -> bar.count() == 0);
    }

    public String getSearch() {
        return query.search();
    }

    /** @return the chosen states as the address has them, or nothing where those are all */
    public String getState() {
        return query.state().isAll() ? "" : query.state().value();
    }

    /** @return the only direction that is shown, or null */
    public Direction getDirection() {
        return query.direction();
    }

    public List<Direction> getDirections() {
        return List.of(Direction.values());
    }

    public String getCarrier() {
        return query.carrier();
    }

    public DateRange getDates() {
        return query.dates();
    }

    public boolean isFailed() {
        return query.dates().isFailed();
    }

    public boolean isFiltered() {
        return query.isFiltered();
    }

    /** @return the filters that are set, and the order if it is not the usual one */
    public List<ActiveFilter> getActiveFilters() {
        var active = new ArrayList<ActiveFilter>();
        if (query.direction() != null) {
            active.add(new ActiveFilter(ActiveFilter.Kind.DIRECTION, query.withoutDirection().address()));
        }
        if (!query.carrier().isEmpty()) {
            active.add(new ActiveFilter(ActiveFilter.Kind.CARRIER, query.withoutCarrier().address()));
        }
        if (query.dates().isSet() && !isFailed()) {
            active.add(new ActiveFilter(ActiveFilter.Kind.DATES, query.withoutDates().address()));
        }
        if (query.sort() != OrderSort.NEWEST) {
            active.add(new ActiveFilter(ActiveFilter.Kind.SORT, query.sortedBy(OrderSort.NEWEST).address()));
        }
        return active;
    }

    public OrderSort getSort() {
        return query.sort();
    }

    public List<SortLink> getSorts() {
        return Arrays.stream(OrderSort.values())
                .map(sort -> new SortLink(sort, query.sortedBy(sort).address(), sort == query.sort())).toList();
    }

    /** @param name of an {@link OrderSort} */
    public SortLink sortLink(String name) {
        return getSorts().get(OrderSort.valueOf(name).ordinal());
    }

    /** @return the address of this very page of the list */
    public String getAddress() {
        return query.address();
    }

    public String getWithoutSearch() {
        return query.withoutSearch().address();
    }

    public String getEverything() {
        return OrderQuery.everythingOf(query.organizationId()).address();
    }

    public String getExportAddress() {
        return query.fromStart().address(OrderExportResource.PATH);
    }

    /** @return the address of the PIN panel beside this page of the list */
    public String getPanelAddress() {
        return query.address(OrderPaths.PIN);
    }

    /** @return the address at which the PIN is marked as compromised, and from which one comes back to this page of the list */
    public String getCompromisedAddress() {
        return query.address(OrderPaths.COMPROMISED_PIN);
    }

    public String getGenerateAddress() {
        return query.address(OrderPaths.PIN + "/generated");
    }
}
