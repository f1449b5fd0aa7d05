package org.portcullis.order.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portcullis.order.Direction;
import org.portcullis.order.PortOrder;

/**
 * One page of the queue, or of a search in all orders.
 *
 * @param lanes the queue tabs with the number of orders in each
 * @param previous the address of the previous page, or null
 * @param next the address of the next page, or null
 * @param flash the last action
 * @param taken the order that another person has taken meanwhile, or null
 * @param me the person who views it
 */
public record Queue(QueueQuery query, List<PortOrder> orders, List<LaneLink> lanes, String previous, String next,
        Set<DeskFlash> flash, PortOrder taken, UUID me, Instant now) {

    static final int PAGE_SIZE = 25;

    /** A higher count is not needed, and counting would cost time. */
    private static final int COUNTED = 100;

    /** A queue tab, the number of orders in it, its address, and whether it is selected. */
    public record LaneLink(QueueTab lane, int count, String address, boolean chosen) {

        /** @return whether there are more orders than are counted */
        public boolean isMore() {
            return count > COUNTED;
        }

        /** @return how many orders there are, up to the limit of counting */
        public int getCounted() {
            return Math.min(count, COUNTED);
        }
    }

    static Queue of(QueueQuery query, UUID me, Instant now) {
        var finder = new QueueFinder(query.organization(), me, now);
        var lanes = Arrays.stream(QueueTab.values()).map(lane -> {
            var other = query.in(lane);
            var chosen = lane == query.lane() && query.search().isEmpty();
            return new LaneLink(lane, finder.count(other, COUNTED + 1), other.address(), chosen);
        }).toList();
        if (!query.search().isEmpty()) {
            var found = QueueFinder.search(query.search(), PAGE_SIZE);
            return new Queue(query, found, lanes, null, null, Set.of(), null, me, now);
        }
        var found = new ArrayList<>(finder.page(query, PAGE_SIZE + 1));
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
        return new Queue(query, found, lanes,
                hasPrevious && !found.isEmpty() ? query.at(null, query.place(found.get(0))).address() : null,
                hasNext && !found.isEmpty() ? query.at(query.place(found.get(found.size() - 1)), null).address() : null,
                Set.of(), null, me, now);
    }

    Queue saying(Set<DeskFlash> words) {
        return new Queue(query, orders, lanes, previous, next, words, taken, me, now);
    }

    Queue telling(PortOrder order) {
        return new Queue(query, orders, lanes, previous, next, flash, order, me, now);
    }

    public boolean isFailed() {
        return taken != null;
    }

    public boolean isMine(PortOrder order) {
        return me.equals(order.getAssigneeId());
    }

    public QueueTab getLane() {
        return query.lane();
    }

    public String getSearch() {
        return query.search();
    }

    public Assigned getAssigned() {
        return query.assigned();
    }

    public List<Assigned> getAssignments() {
        return List.of(Assigned.values());
    }

    public boolean isOverdue() {
        return query.overdue();
    }

    public String getOrganization() {
        return query.organization();
    }

    /** @return the direction filter, or null */
    public Direction getDirection() {
        return query.direction();
    }

    public List<Direction> getDirections() {
        return List.of(Direction.values());
    }

    public boolean isFiltered() {
        return query.isFiltered();
    }

    /** @return the address of the same queue tab without search and filters */
    public String getEverything() {
        return new QueueQuery(query.lane(), "", Assigned.ANYBODY, false, "", null, null, null).address();
    }

    /** @return the address of the form that assigns an order to oneself */
    public String assignAddress(PortOrder order) {
        return query.address(QueueResource.PATH + "/orders/" + order.pon + "/assignment");
    }

    /** @return the address of the form that makes an order unassigned again */
    public String releaseAddress(PortOrder order) {
        return query.address(QueueResource.PATH + "/orders/" + order.pon + "/release");
    }
}
