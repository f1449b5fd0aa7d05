package org.portcullis.order.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.portcullis.lock.PortOutLock;
import org.portcullis.numbers.ListReport;
import org.portcullis.numbers.NumberPlace;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderNumber;
import org.portcullis.organization.TelephoneNumber;

/**
 * Which numbers can be ported with an order now, and why the others can't.
 *
 * @param portable in the given order
 */
record NumberCheck(List<String> portable, List<Unportable> unportable) {

    /** Why a valid telephone number can't be ported with this order. */
    enum Reason {
        /** It belongs to the organization already, so it can't be ported in. */
        ALREADY_OURS,
        /** The provider serves it for another customer. */
        SERVED_HERE,
        /** It does not belong to the organization, so it can't be ported out. */
        NOT_OURS,
        /** It belongs to the organization, but is out of service, so it can't be ported out. */
        NOT_ACTIVE,
        /** It is locked against port-outs, individually or with the whole organization. */
        LOCKED,
        IN_OPEN_ORDER
    }

    /** @param order the open order that holds it already; null for the other reasons */
    record Unportable(String number, Reason reason, PortOrder order) {
    }

    /**
     * Numbers that can't move for the same reason.
     *
     * @param lines where they stand, if they are of a list
     */
    record UnportableRange(NumberRange range, Reason reason, PortOrder order, List<ListReport.Lines> lines) {
    }

    /**
     * @param places where each number stands, as far as they are of a list
     * @return all that can't move, as few ranges as can be
     */
    List<UnportableRange> ranges(Map<String, NumberPlace> places) {
        var groups = new LinkedHashMap<List<Object>, List<Unportable>>();
        unportable.forEach(each -> groups
                .computeIfAbsent(Arrays.asList(each.reason, each.order), key -> new ArrayList<>()).add(each));
        return groups.values().stream()
                .flatMap(group -> NumberRanges.compact(group.stream().map(Unportable::number).toList()).stream()
                        .map(range -> new UnportableRange(range, group.get(0).reason, group.get(0).order,
                                lines(range, places))))
                .toList();
    }

    private static List<ListReport.Lines> lines(NumberRange range, Map<String, NumberPlace> places) {
        long first = Long.parseLong(range.first().substring(1));
        return ListReport
                .lines(LongStream.range(first, first + range.count()).mapToObj(number -> places.get("+" + number))
                        .filter(Objects::nonNull).toList());
    }

    static NumberCheck of(PortOrder order, Collection<String> numbers) {
        var served = TelephoneNumber.byNumbers(numbers);
        var locked = order.isIn() ? Set.<String>of() : locked(order.organization.id, numbers);
        var held = PortOrderNumber.inOpenOrders(order.organization.id, numbers, order.id);
        var portable = new ArrayList<String>();
        var unportable = new LinkedHashMap<String, Unportable>();
        for (String number : numbers) {
            var known = served.get(number);
            var isOwn = known != null && order.organization.id.equals(known.organizationId);
            if (order.isIn() && known != null) {
                unportable.put(number, new Unportable(number, isOwn ? Reason.ALREADY_OURS : Reason.SERVED_HERE, null));
            } else if (!order.isIn() && !isOwn) {
                unportable.put(number, new Unportable(number, Reason.NOT_OURS, null));
            } else if (!order.isIn() && !known.active) {
                unportable.put(number, new Unportable(number, Reason.NOT_ACTIVE, null));
            } else if (locked.contains(number)) {
                unportable.put(number, new Unportable(number, Reason.LOCKED, null));
            } else if (held.containsKey(number)) {
                unportable.put(number, new Unportable(number, Reason.IN_OPEN_ORDER, held.get(number)));
            } else {
                portable.add(number);
            }
        }
        return new NumberCheck(portable, List.copyOf(unportable.values()));
    }

    private static Set<String> locked(UUID organizationId, Collection<String> numbers) {
        return PortOutLock.isWhole(organizationId) ? Set.copyOf(numbers)
                : PortOutLock.lockedAmong(organizationId, numbers);
    }
}
