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
 * One page of the list of port-out requests.
 *
 * @param chips the verdicts, with counts unless that requires a scan over all organizations
 * @param previous the address of the previous page, or null
 * @param next the address of the next page, or null
 * @param empty whether there is no request at all, regardless of the filter
 */
public record RequestList(List<Item> items, List<Chip> chips, RequestQuery query, String previous, String next,
        boolean empty) {

    static final int PAGE_SIZE = 25;

    /** A request, its first numbers, and the name of the organization that has them, or null. */
    public record Item(PortOutRequest request, RequestNumbers numbers, String organizationName) {
    }

    /**
     * A verdict, or null for all; its number of requests, or null; the address of the filtered list; whether it is
     * selected.
     */
    public record Chip(Verdict verdict, Long count, String address, boolean chosen) {
    }

    /**
     * @param masked whether the reader may not see the full numbers
     * @param zone for the days in the query
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

    /** Requests are only undecided for a moment, so there is no filter for them. */
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

    /** @return the selected verdict's value in the address, or an empty text */
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

    /** A filter option, its value in the address, and whether it is selected. */
    public record Option<E extends Enum<E>>(E constant, String value, boolean chosen) {
    }

    private static <E extends Enum<E>> List<Option<E>> options(E[] all, E chosen) {
        return Arrays.stream(all).map(each -> new Option<>(each, RequestQuery.value(each), each == chosen)).toList();
    }
}
