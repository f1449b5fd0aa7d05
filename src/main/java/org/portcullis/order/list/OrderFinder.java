package org.portcullis.order.list;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.organization.Organization;
import org.portcullis.organization.SearchText;

/** The queries behind the list of orders. */
final class OrderFinder {

    private OrderFinder() {
    }

    /** @return up to {@code limit} orders beside the query's place, in the direction away from it */
    static List<PortOrder> page(Organization organization, OrderQuery query, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        var hql = new StringBuilder("from PortOrder o where ").append(condition(organization, query, parameters));
        if (!query.state().isAll()) {
            hql.append(" and o.state in :states");
            parameters.put("states", query.state().states());
        }
        var keyset = query.keyset();
        hql.append(keyset.condition(parameters)).append(keyset.order());
        var typed = entityManager().createQuery(hql.toString(), PortOrder.class).setMaxResults(limit);
        parameters.forEach(typed::setParameter);
        return typed.getResultList();
    }

    /** @return how many of the orders that search and filters find are in each state that there are any in */
    static Map<PortOrderState, Long> counts(Organization organization, OrderQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        var typed = entityManager().createQuery("select o.state, count(o) from PortOrder o where "
                + condition(organization, query, parameters) + " group by o.state", Object[].class);
        parameters.forEach(typed::setParameter);
        var counts = new HashMap<PortOrderState, Long>();
        typed.getResultList().forEach(row -> counts.put((PortOrderState) row[0], (Long) row[1]));
        return counts;
    }

    static boolean hasAny(Organization organization) {
        return PortOrder.find("organization", organization).page(0, 1).firstResult() != null;
    }

    /** The condition that the page and the counts share. */
    private static String condition(Organization organization, OrderQuery query, Map<String, Object> parameters) {
        var hql = new StringBuilder("o.organization.id = :organization");
        parameters.put("organization", organization.id);
        if (query.direction() != null) {
            hql.append(" and o.direction = :direction");
            parameters.put("direction", query.direction());
        }
        if (!query.carrier().isEmpty()) {
            hql.append(" and lower(o.otherCarrier) like :carrier escape '!'");
            parameters.put("carrier", SearchText.containing(query.carrier()));
        }
        if (query.dates().isSet()) {
            hql.append(" and o.transferOn between :first and :last");
            parameters.put("first", query.dates().lowest());
            parameters.put("last", query.dates().highest());
        }
        return query.search().isEmpty() ? hql.toString()
                : hql.append(ofSearch(organization, query, parameters)).toString();
    }

    private static String ofSearch(Organization organization, OrderQuery query, Map<String, Object> parameters) {
        var search = new OrderSearch(query.search(), organization.country);
        parameters.put("words", search.words());
        var number = search.number();
        number.ifPresent(pattern -> parameters.put("number", pattern));
        return " and (lower(o.name) like :words escape '!' or lower(o.pon) like :words escape '!'"
                + " or lower(o.carrierPon) like :words escape '!'"
                + (number.isEmpty() ? ""
                        : " or o.id in (select p.id from PortOrder p join p.numbers n"
                                + " where n.organizationId = :organization and n.number like :number)")
                + ")";
    }

    private static EntityManager entityManager() {
        return PortOrder.getEntityManager();
    }
}
