package org.portcullis.portorder;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.OrderListParameters.OrderQuery;

/** The queries behind the list of orders. */
final class OrderFinder {

    private OrderFinder() {
    }

    /** @return up to {@code limit} orders beside the query's place, in the direction away from it */
    static List<PortOrder> page(Organization organization, OrderQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        var hql = new StringBuilder("from PortOrder o where ").append(ofSearch(organization, query, parameters));
        if (query.group() != StateGroup.ALL) {
            hql.append(" and o.state in :states");
            parameters.put("states", query.group().states());
        }
        var isBackwards = query.before() != null;
        var place = isBackwards ? query.before() : query.after();
        if (place != null) {
            // Written out, and not as a comparison of pairs: both databases then walk the index from there.
            hql.append(isBackwards
                    ? " and o.createdAt >= :at and (o.createdAt > :at or o.id > :id)"
                    : " and o.createdAt <= :at and (o.createdAt < :at or o.id < :id)");
            parameters.put("at", place.createdAt());
            parameters.put("id", place.id());
        }
        hql.append(isBackwards ? " order by o.createdAt, o.id" : " order by o.createdAt desc, o.id desc");
        var typed = entityManager().createQuery(hql.toString(), PortOrder.class).setMaxResults(limit);
        parameters.forEach(typed::setParameter);
        return typed.getResultList();
    }

    /** @return how many of the orders that the search finds are in each state that there are any in */
    static Map<PortOrderState, Long> counts(Organization organization, OrderQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        var typed = entityManager().createQuery("select o.state, count(o) from PortOrder o where "
                + ofSearch(organization, query, parameters) + " group by o.state", Object[].class);
        parameters.forEach(typed::setParameter);
        var counts = new HashMap<PortOrderState, Long>();
        typed.getResultList().forEach(row -> counts.put((PortOrderState) row[0], (Long) row[1]));
        return counts;
    }

    static boolean hasAny(Organization organization) {
        return PortOrder.find("organization", organization).page(0, 1).firstResult() != null;
    }

    /** The condition that the page and the counts share. */
    private static String ofSearch(Organization organization, OrderQuery query, Map<String, Object> parameters) {
        parameters.put("organization", organization.id);
        if (query.search().isEmpty()) {
            return "o.organization.id = :organization";
        }
        var search = new OrderSearch(query.search(), organization.country);
        parameters.put("words", search.words());
        var number = search.number();
        number.ifPresent(pattern -> parameters.put("number", pattern));
        return "o.organization.id = :organization"
                + " and (lower(o.name) like :words escape '!' or lower(o.pon) like :words escape '!'"
                + (number.isEmpty() ? "" : " or o.id in (select p.id from PortOrder p join p.numbers n"
                        + " where n.organizationId = :organization and n.number like :number)")
                + ")";
    }

    private static EntityManager entityManager() {
        return PortOrder.getEntityManager();
    }
}
