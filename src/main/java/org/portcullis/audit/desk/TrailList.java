package org.portcullis.audit.desk;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.audit.AuditEntry;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditHead;
import org.portcullis.job.Job;
import org.portcullis.organization.Organization;

/**
 * A page of the trail.
 *
 * @param problem what is wrong with the days, or null
 * @param further the address of the next page, or null
 * @param head where the trail ends; null if its row was removed
 * @param waiting how many entries have no place in the chain yet
 * @param last the last verification, or null
 */
record TrailList(TrailQuery query, TrailQuery.Problem problem, List<Item> items, String further, AuditHead head,
        long waiting,
        VerificationResult last) {

    static final String PATH = "/desk/trail";
    static final int PAGE_SIZE = 50;

    /** An entry in the reader's words, and the name of its organization, or null. */
    public record Item(AuditEntry entry, String event, String detail, String organization) {
    }

    /** A kind of events as a filter: null is all. */
    public record Chip(EventKind kind, String address, boolean chosen) {
    }

    static TrailList of(TrailQuery query, TrailWords words, ZoneId zone) {
        var problem = query.problem().orElse(null);
        var found = problem == null ? query.read(zone, PAGE_SIZE + 1) : List.<AuditEntry>of();
        var shown = found.stream().limit(PAGE_SIZE).toList();
        var further = found.size() > PAGE_SIZE ? query.after(TrailPlace.of(shown.get(PAGE_SIZE - 1))).address(PATH)
                : null;
        return new TrailList(query, problem, items(shown, words), further, AuditHead.current().orElse(null),
                AuditEntry.countUnsealed(),
                Job.last(TrailVerification.Kind.TRAIL_VERIFICATION.name()).map(VerificationResult::of).orElse(null));
    }

    static List<Item> items(List<AuditEntry> entries, TrailWords words) {
        var names = names(entries);
        return entries.stream().map(entry -> new Item(entry, words.event(entry), words.detail(entry),
                entry.organizationId == null ? null : names.get(entry.organizationId))).toList();
    }

    private static Map<UUID, String> names(List<AuditEntry> entries) {
        return Organization.names(entries.stream().map(entry -> entry.organizationId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    public List<Chip> getChips() {
        return Stream.concat(Stream.of((EventKind) null), Arrays.stream(EventKind.values()))
                .map(kind -> new Chip(kind, query.of(kind).address(PATH), kind == query.kind())).toList();
    }

    /** @return the events to choose from */
    public List<AuditEvent> getEvents() {
        return query.kind() == null ? List.of(AuditEvent.values()) : List.copyOf(query.kind().getEvents());
    }

    public boolean isFiltered() {
        return query.isFiltered();
    }

    public boolean isFailed() {
        return problem != null;
    }

    /** @return the address of the file with all that is filtered */
    public String getExportAddress() {
        return query.after(null).address(TrailExportResource.PATH);
    }

    /** @return the address of the first page, or null where this is it */
    public String getFirst() {
        return query.after() == null ? null : query.after(null).address(PATH);
    }
}
