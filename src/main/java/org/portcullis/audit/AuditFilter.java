package org.portcullis.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which entries to read, newest first.
 *
 * @param events empty for all
 * @param name a pattern for {@code like … escape '!'} that lower-case names of people or things match, or null
 * @param organizations null for all
 * @param from the first moment, or null
 * @param before the moment that ends it, or null
 * @param addresses ways in which one network address was written, or empty for all
 */
public record AuditFilter(Collection<AuditEvent> events, String name, Organizations organizations, Instant from,
        Instant before,
        Set<String> addresses) {

    /**
     * Those of some organizations, however many these are.
     *
     * @param ids a query for their ids, with the parameter {@code :organization}
     * @param organization what that parameter is
     */
    public record Organizations(String ids, String organization) {
    }

    /** @return up to {@code limit} entries beyond the place, newest first */
    public List<AuditEntry> newest(Instant at, UUID id, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new LinkedHashMap<String, Object>();
        if (!events.isEmpty()) {
            conditions.add("event in :events");
            parameters.put("events", events.stream().map(AuditEvent::name).toList());
        }
        if (name != null) {
            conditions.add("(lower(actorName) like :name escape '!' or lower(subjectName) like :name escape '!')");
            parameters.put("name", name);
        }
        if (organizations != null) {
            conditions.add("organizationId in (" + organizations.ids + ")");
            parameters.put("organization", organizations.organization);
        }
        if (!addresses.isEmpty()) {
            conditions.add("address in :addresses");
            parameters.put("addresses", addresses);
        }
        if (from != null) {
            conditions.add("at >= :from");
            parameters.put("from", from);
        }
        addPlace(conditions, parameters, at, id);
        var where = conditions.stream().collect(Collectors.joining(" and "));
        return AuditEntry
                .<AuditEntry>find((where.isEmpty() ? "" : where + " ") + "order by at desc, id desc", parameters)
                .page(0, limit).list();
    }

    private void addPlace(List<String> conditions, Map<String, Object> parameters, Instant at, UUID id) {
        if (before != null && (at == null || before.isBefore(at))) {
            conditions.add("at < :before");
            parameters.put("before", before);
        } else if (at != null) {
            // Written out, and not as a comparison of pairs: both databases then walk the index from there.
            conditions.add("at <= :at and (at < :at or id < :id)");
            parameters.put("at", at);
            parameters.put("id", id);
        }
    }
}
