package org.portcullis.portout.page;

import jakarta.persistence.TypedQuery;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.organization.SearchText;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Verdict;

/** The queries behind the lists of port-out requests. */
final class RequestFinder {

    private RequestFinder() {
    }

    /**
     * @param zone for the days in the query
     * @return up to {@code limit} requests before or after the query's position, in that direction
     */
    static List<PortOutRequest> page(RequestQuery query, ZoneId zone, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        var hql = new StringBuilder("from PortOutRequest o where ").append(condition(query, zone, parameters));
        if (query.verdict() != null) {
            hql.append(" and o.verdict = :verdict");
            parameters.put("verdict", query.verdict());
        }
        var keyset = query.keyset();
        hql.append(keyset.condition(parameters)).append(keyset.order());
        var found = PortOutRequest.getEntityManager().createQuery(hql.toString(), PortOutRequest.class)
                .setMaxResults(limit);
        return with(parameters, found).getResultList();
    }

    /** @return the number of filtered requests by verdict */
    static Map<Verdict, Long> counts(RequestQuery query, ZoneId zone) {
        Map<String, Object> parameters = new HashMap<>();
        var counted = PortOutRequest.getEntityManager()
                .createQuery("select o.verdict, count(o) from PortOutRequest o where "
                        + condition(query, zone, parameters) + " group by o.verdict", Object[].class);
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        with(parameters, counted).getResultList().forEach(row -> counts.put((Verdict) row[0], (Long) row[1]));
        return counts;
    }

    /** @return whether there is any request, of that organization or of all */
    static boolean hasAny(RequestQuery query) {
        var all = query.organizationId() == null ? PortOutRequest.findAll()
                : PortOutRequest.find("organizationId", query.organizationId());
        return all.page(0, 1).firstResult() != null;
    }

    private static <T> TypedQuery<T> with(Map<String, Object> parameters, TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String condition(RequestQuery query, ZoneId zone, Map<String, Object> parameters) {
        var hql = new StringBuilder(query.organizationId() == null ? "1 = 1" : "o.organizationId = :owner");
        if (query.organizationId() != null) {
            parameters.put("owner", query.organizationId());
        }
        if (!query.carrier().isEmpty()) {
            hql.append(" and lower(o.askerName) like :carrier escape '!'");
            parameters.put("carrier", SearchText.containing(query.carrier()));
        }
        if (!query.organization().isEmpty()) {
            hql.append(
                    " and o.organizationId in (select g.id from Organization g where lower(g.name) like :organization escape '!')");
            parameters.put("organization", SearchText.containing(query.organization()));
        }
        if (query.channel() != null) {
            hql.append(" and o.channel = :channel");
            parameters.put("channel", query.channel());
        }
        if (query.reason() != null) {
            // One name may be part of another, such as LOCKED, so whole names are compared.
            hql.append(" and locate(:reason, concat(',', o.refusals, ',')) > 0");
            parameters.put("reason", "," + query.reason().name() + ",");
        }
        return hql.append(ofDates(query, zone, parameters)).toString();
    }

    private static String ofDates(RequestQuery query, ZoneId zone, Map<String, Object> parameters) {
        var hql = new StringBuilder();
        if (query.dates().getFirst() != null) {
            hql.append(" and o.receivedAt >= :first");
            parameters.put("first", query.dates().getFirst().atStartOfDay(zone).toInstant());
        }
        if (query.dates().getLast() != null) {
            hql.append(" and o.receivedAt < :end");
            parameters.put("end", query.dates().getLast().plusDays(1).atStartOfDay(zone).toInstant());
        }
        return hql.toString();
    }
}
