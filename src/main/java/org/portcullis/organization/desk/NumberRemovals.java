package org.portcullis.organization.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.Organization;
import org.portcullis.organization.TelephoneNumber;

/**
 * Many of an organization's numbers that are to be removed at once.
 *
 * @param numbers those that can be, in E.164
 * @param leaving those that are on their way to another carrier, and in which orders
 * @param isDone whether the others are removed already
 */
record NumberRemovals(Organization organization, List<String> numbers, Map<String, List<PortOrder>> leaving,
        boolean isDone) {

    /** Orders, and the numbers that they hold. */
    public record Held(List<NumberRange> ranges, List<PortOrder> orders) {
    }

    /** @param chosen in E.164; those that are not the organization's are passed over */
    static NumberRemovals of(Organization organization, Collection<String> chosen) {
        var known = TelephoneNumber.byNumbers(chosen);
        var own = chosen.stream().filter(known::containsKey)
                .filter(number -> organization.id.equals(known.get(number).organizationId)).distinct().sorted()
                .toList();
        var leaving = PortOrder.leavingWith(organization.id, own);
        return new NumberRemovals(organization, own.stream().filter(number -> !leaving.containsKey(number)).toList(),
                leaving, false);
    }

    NumberRemovals afterwards() {
        return new NumberRemovals(organization, numbers, leaving, true);
    }

    /** @return whether none of those that were chosen can be removed */
    public boolean isFailed() {
        return numbers.isEmpty();
    }

    public int getCount() {
        return numbers.size();
    }

    public List<NumberRange> getRanges() {
        return NumberRanges.compact(numbers);
    }

    /** @return those that can't be removed, by the orders that they are in */
    public List<Held> getHeld() {
        var byOrders = new LinkedHashMap<List<PortOrder>, List<String>>();
        leaving.forEach((number, orders) -> byOrders.computeIfAbsent(orders, key -> new ArrayList<>()).add(number));
        return byOrders.entrySet().stream()
                .map(entry -> new Held(NumberRanges.compact(entry.getValue()), entry.getKey())).toList();
    }

    public String getAction() {
        return NumberList.path(organization.id) + "/removal";
    }

    public String getOrigin() {
        return NumberList.path(organization.id);
    }
}
