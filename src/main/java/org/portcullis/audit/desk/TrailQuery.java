package org.portcullis.audit.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.audit.AuditEntry;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditFilter.Organizations;
import org.portcullis.audit.AuditFilter;
import org.portcullis.organization.Organization;
import org.portcullis.organization.SearchText;
import org.portcullis.web.http.Addresses;
import org.portcullis.web.http.ClientAddress;

/**
 * Which entries to show, and the addresses of them.
 *
 * @param kind the only kind of events, or null
 * @param event the only event, or null
 * @param who a part of the name of a person or a thing, possibly empty
 * @param organization a part of an organization's name, possibly empty
 * @param from the first day as it was typed, possibly empty
 * @param to the last day as it was typed, possibly empty
 * @param address a whole network address, possibly empty
 * @param after the place after which the page begins, or null
 */
record TrailQuery(EventKind kind, AuditEvent event, String who, String organization, String from, String to,
        String address,
        TrailPlace after) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    /** What may be wrong with the days. */
    enum Problem {
        FROM_UNREADABLE, TO_UNREADABLE, REVERSED
    }

    TrailQuery after(TrailPlace place) {
        return new TrailQuery(kind, event, who, organization, from, to, address, place);
    }

    TrailQuery of(EventKind other) {
        return new TrailQuery(other, null, who, organization, from, to, address, null);
    }

    boolean isFiltered() {
        return event != null || Stream.of(who, organization, from, to, address).anyMatch(text -> !text.isEmpty());
    }

    Optional<Problem> problem() {
        if (!from.isEmpty() && day(from).isEmpty()) {
            return Optional.of(Problem.FROM_UNREADABLE);
        }
        if (!to.isEmpty() && day(to).isEmpty()) {
            return Optional.of(Problem.TO_UNREADABLE);
        }
        var isReversed = day(from).isPresent() && day(to).isPresent() && day(from).get().isAfter(day(to).get());
        return isReversed ? Optional.of(Problem.REVERSED) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(EARLIEST) && day.isBefore(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * @param zone in which the days are meant
     * @return up to {@code limit} entries from the place on, newest first
     */
    List<AuditEntry> read(ZoneId zone, int limit) {
        if (isImpossible()) {
            return List.of();
        }
        var organizations = organization.isEmpty() ? null
                : new Organizations(Organization.IDS_BY_NAME, SearchText.containing(organization));
        var filter = new AuditFilter(events(), who.isEmpty() ? null : SearchText.containing(who), organizations,
                day(from).map(day -> start(day, zone)).orElse(null),
                day(to).map(day -> start(day.plusDays(1), zone)).orElse(null),
                address.isEmpty() ? Set.of() : ClientAddress.writings(address));
        return after == null ? filter.newest(null, null, limit) : filter.newest(after.at(), after.id(), limit);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** @return whether the event is none of the kind */
    private boolean isImpossible() {
        return kind != null && event != null && !kind.getEvents().contains(event);
    }

    private Set<AuditEvent> events() {
        if (event != null) {
            return EnumSet.of(event);
        }
        return kind == null ? Set.of() : kind.getEvents();
    }

    String address(String path) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("kind", kind == null ? "" : kind.getValue());
        parameters.put("event", event == null ? "" : event.name());
        parameters.put("who", who);
        parameters.put("organization", organization);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("address", address);
        parameters.put("after", after == null ? "" : after.text());
        return Addresses.with(path, parameters);
    }
}
