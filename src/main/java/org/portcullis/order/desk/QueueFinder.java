package org.portcullis.order.desk;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState.Waiting;
import org.portcullis.order.list.OrderSearch;
import org.portcullis.organization.Organization;

/**
 * The queries behind the queue. Each reads an index and stops early, so that a million orders cost as much as a
 * thousand.
 */
final class QueueFinder {

    private static final String ORDER_AND_ORGANIZATION = "from PortOrder o join fetch o.organization where ";
    /** Most organizations that a part of a name matches; a longer part narrows the result. */
    private static final int ORGANIZATIONS = 50;

    private final List<Organization> organizations;
    private final UUID person;
    private final Instant now;

    /**
     * @param organization a part of an organization's name, common to all queries; possibly empty
     * @param person who views the queue
     */
    QueueFinder(String organization, UUID person, Instant now) {
        this.organizations = organization.isEmpty() ? List.of() : Organization.named(organization, ORGANIZATIONS);
        this.person = person;
        this.now = now;
    }

    /** @return up to {@code limit} orders beside the query's cursor, in the direction away from it */
    List<PortOrder> page(QueueQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        var keyset = query.keyset();
        var condition = condition(query, parameters) + keyset.condition(parameters);
        return typed(ORDER_AND_ORGANIZATION + condition + keyset.order(), PortOrder.class, parameters)
                .setMaxResults(limit).getResultList();
    }

    /** @return how many orders the query finds, up to the limit */
    int count(QueueQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        // Sorted like the page, so that PostgreSQL uses the index; otherwise it would read all orders, expecting to
        // find enough soon.
        var order = query.at(null, null).keyset().order();
        var hql = "select o.id from PortOrder o where " + condition(query, parameters) + order;
        return typed(hql, UUID.class, parameters).setMaxResults(limit).getResultList().size();
    }

    /** @return PONs of unassigned orders that wait for the desk, those that have waited longest first */
    static List<String> unassigned(int limit) {
        return typed("select o.pon from PortOrder o where o.waiting = :desk and o.assigneeId is null"
                + " order by o.waiting, o.assigneeId, o.waitingSince, o.id", String.class, Map.of("desk", Waiting.DESK))
                .setMaxResults(limit).getResultList();
    }

    /**
     * @return orders of any organization with this PON, here or at the other carrier, or this complete number, newest
     * first; a number without a country code is looked up in every country that has an organization
     */
    static List<PortOrder> search(String text, int limit) {
        var found = new LinkedHashSet<>(matching("o.pon = :text", text.toUpperCase(), limit));
        found.addAll(matching("o.carrierPon = :text", text, limit));
        found.addAll(matching("o.carrierPon = :text", text.toUpperCase(), limit));
        Organization.countries().stream().flatMap(country -> new OrderSearch(text, country).wholeNumber().stream())
                .distinct()
                .forEach(number -> found.addAll(
                        matching("o.id in (select n.order.id from PortOrderNumber n where n.number = :text)", number,
                                limit)));
        return new ArrayList<>(found).subList(0, Math.min(limit, found.size()));
    }

    private static List<PortOrder> matching(String condition, String text, int limit) {
        return typed(ORDER_AND_ORGANIZATION + condition + " order by o.createdAt desc", PortOrder.class,
                Map.of("text", text))
                .setMaxResults(limit).getResultList();
    }

    private String condition(QueueQuery query, Map<String, Object> parameters) {
        var hql = new StringBuilder(query.lane().condition(parameters, now));
        if (query.assigned() == Assigned.NOBODY) {
            hql.append(" and o.assigneeId is null");
        } else if (query.assigned() == Assigned.ME) {
            hql.append(" and o.assigneeId = :person");
            parameters.put("person", person);
        }
        if (query.overdue()) {
            hql.append(" and o.dueAt < :now");
            parameters.put("now", now);
        }
        if (query.direction() != null) {
            hql.append(" and o.direction = :direction");
            parameters.put("direction", query.direction());
        }
        if (!query.organization().isEmpty()) {
            hql.append(" and o.organization in :organizations");
            parameters.put("organizations", organizations);
        }
        return hql.toString();
    }

    private static <T> TypedQuery<T> typed(String hql, Class<T> type, Map<String, Object> parameters) {
        var typed = PortOrder.getEntityManager().createQuery(hql, type);
        parameters.forEach(typed::setParameter);
        return typed;
    }
}
