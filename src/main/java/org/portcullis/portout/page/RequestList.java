package org.portcullis.portout.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.order.DateRange;
import org.portcullis.organization.Organization;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.RequestNumbers;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.carrier.PortOutChannel;

/**
 * One page of port-out requests, with what stands around it.
 *
 * @param chips the verdicts; counted where that takes no look at every organization
 * @param previous the address of the page before this one, or null
 * @param next the address of the page after this one, or null
 * @param empty whether there is no request at all, filter or not
 */
public record RequestList(List<Item> items, List<Chip> chips, RequestQuery query, String previous, String next,
        boolean empty) {

    static final int PAGE_SIZE = 25;

    /** A request, its numbers as far as there is room, and whose they are, or null. */
    public record Item(PortOutRequest request, RequestNumbers numbers, String organizationName) {
    }

    /** A verdict, or null for all; how many requests have it, or null; where it leads; whether it is the chosen one. */
    public record Chip(Verdict verdict, Long count, String address, boolean chosen) {
    }

    /**
     * @param masked whether the reader may not know the numbers
     * @param zone in which the days of the query are days
     */
    public static RequestList of(RequestQuery query, boolean masked, ZoneId zone) {
        if (query.dates().isFailed()) {
            return new RequestList(List.of(), chips(query, null), query, null, null, false);
        }
        var found = new ArrayList<>(RequestFinder.page(query, zone, PAGE_SIZE + 1));
        var hasMore = found.size() > PAGE_SIZE;
        if (hasMore) {
            found.remove(PAGE_SIZE);
        }
        if (query.isBackwards()) {
            Collections.reverse(found);
        }
        var hasPrevious = query.isBackwards() ? hasMore : query.after() != null;
        var hasNext = query.isBackwards() || hasMore;
        return new RequestList(items(found, query, masked),
                chips(query, query.organizationId() == null ? null : RequestFinder.counts(query, zone)), query,
                hasPrevious && !found.isEmpty() ? query.before(found.get(0)).address() : null,
                hasNext && !found.isEmpty() ? query.after(found.get(found.size() - 1)).address() : null,
                found.isEmpty() && !RequestFinder.hasAny(query));
    }

    private static List<Item> items(List<PortOutRequest> found, RequestQuery query, boolean masked) {
        var ids = found.stream().map(request -> request.organizationId).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = query.organizationId() == null ? Organization.names(ids) : Map.<UUID, String>of();
        return found.stream().map(request -> new Item(request, RequestNumbers.summary(request, masked),
                request.organizationId == null ? null : names.get(request.organizationId))).toList();
    }

    /** A request is only being decided for a moment: nobody looks for those. */
    private static List<Chip> chips(RequestQuery query, Map<Verdict, Long> counts) {
        var all = counts == null ? null : counts.values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(Stream.of(new Chip(null, all, query.with(null).address(), query.verdict() == null)),
                Stream.of(Verdict.AWAITING_APPROVAL, Verdict.ALLOWED, Verdict.REFUSED).map(verdict -> new Chip(verdict,
                        counts == null ? null : counts.getOrDefault(verdict, 0L), query.with(verdict).address(),
                        verdict == query.verdict())))
                .toList();
    }

    public DateRange getDates() {
        return query.dates();
    }

    public boolean isFailed() {
        return query.dates().isFailed();
    }

    public String getEverything() {
        return query.everything().address();
    }

    /** @return the value by which the address names the chosen verdict, or nothing */
    public String getVerdict() {
        return query.verdict() == null ? "" : RequestQuery.value(query.verdict());
    }

    public List<Option<PortOutChannel>> getChannels() {
        return options(PortOutChannel.values(), query.channel());
    }

    public List<Option<Refusal>> getReasons() {
        var known = Arrays.stream(Refusal.values())
                .filter(refusal -> refusal != Refusal.UNREADABLE || query.organizationId() == null)
                .toArray(Refusal[]::new);
        return options(known, query.reason());
    }

    /** Something to filter by, how the address names it, and whether it is the chosen one. */
    public record Option<E extends Enum<E>>(E constant, String value, boolean chosen) {
    }

    private static <E extends Enum<E>> List<Option<E>> options(E[] all, E chosen) {
        return Arrays.stream(all).map(each -> new Option<>(each, RequestQuery.value(each), each == chosen)).toList();
    }
}
