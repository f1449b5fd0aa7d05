package org.portcullis.portorder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.OrderListParameters.OrderQuery;

/**
 * One page of an organization's orders, newest first, with what stands around it.
 *
 * @param chips the filters with how many orders each holds
 * @param newer the address of the page before this one, or null
 * @param older the address of the page after this one, or null
 * @param withoutSearch the address of the same list without its search
 * @param everything the address of all orders
 * @param emptyOrganization whether there is no order at all, filter or not
 */
public record OrderList(Organization organization, List<PortOrder> orders, List<Chip> chips, String search,
        StateGroup group, String newer, String older, String withoutSearch, String everything,
        boolean emptyOrganization) {

    static final int PAGE_SIZE = 25;

    /** A filter, how many orders it holds, where it leads, and whether it is the chosen one. */
    public record Chip(StateGroup group, long count, String address, boolean chosen) {
    }

    /** @return how many orders the search finds within the chosen group */
    public long getFound() {
        return chips.stream().filter(Chip::chosen).mapToLong(Chip::count).sum();
    }

    /** @return whether the search finds nothing in any group, so that another group would be no help */
    public boolean isFoundNowhere() {
        return !search.isEmpty() && chips.stream().allMatch(chip -> chip.count() == 0);
    }

    static OrderList of(Organization organization, OrderQuery query) {
        var found = new ArrayList<>(OrderFinder.page(organization, query, PAGE_SIZE + 1));
        var hasMore = found.size() > PAGE_SIZE;
        if (hasMore) {
            found.remove(PAGE_SIZE);
        }
        var isBackwards = query.before() != null;
        if (isBackwards) {
            Collections.reverse(found);
        }
        var hasNewer = isBackwards ? hasMore : query.after() != null;
        var hasOlder = isBackwards || hasMore;
        var counts = OrderFinder.counts(organization, query);
        return new OrderList(organization, found, chips(query, counts), query.search(), query.group(),
                hasNewer && !found.isEmpty() ? query.before(Cursor.of(found.get(0))) : null,
                hasOlder && !found.isEmpty() ? query.after(Cursor.of(found.get(found.size() - 1))) : null,
                query.withoutSearch(), query.everything(), counts.isEmpty() && !OrderFinder.hasAny(organization));
    }

    private static List<Chip> chips(OrderQuery query, Map<PortOrderState, Long> counts) {
        return List.of(StateGroup.values()).stream()
                .map(group -> new Chip(group,
                        group.states().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum(),
                        query.in(group), group == query.group()))
                .toList();
    }
}
