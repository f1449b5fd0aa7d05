package org.portcullis.portout.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.portcullis.order.Cursor;
import org.portcullis.order.DateRange;
import org.portcullis.order.Keyset;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.web.http.Addresses;

/**
 * The filter and position of a list of port-out requests, with the addresses of neighbouring lists.
 *
 * @param path of the page with the list
 * @param organizationId limits the list to one organization, and is not part of the address; null for all
 * @param verdict to filter by, or null
 * @param carrier a part of the carrier's name, possibly empty
 * @param organization a part of the organization's name, possibly empty
 * @param channel to filter by, or null
 * @param reason of refusal to filter by, or null
 * @param after the position after which the page begins, or null
 * @param before the position before which it ends, or null
 */
public record RequestQuery(String path, UUID organizationId, Verdict verdict, String carrier, DateRange dates,
        String organization,
        PortOutChannel channel, Refusal reason, Cursor after, Cursor before) {

    /** The sort key, newest first. */
    static final String SORT = "received";

    /** @return the list without any filter */
    RequestQuery everything() {
        return new RequestQuery(path, organizationId, null, "", DateRange.ANY, "", null, null, null, null);
    }

    RequestQuery with(Verdict other) {
        return new RequestQuery(path, organizationId, other, carrier, dates, organization, channel, reason, null, null);
    }

    RequestQuery after(PortOutRequest place) {
        return at(place(place), null);
    }

    RequestQuery before(PortOutRequest place) {
        return at(null, place(place));
    }

    private RequestQuery at(Cursor newAfter, Cursor newBefore) {
        return new RequestQuery(path, organizationId, verdict, carrier, dates, organization, channel, reason, newAfter,
                newBefore);
    }

    private static Cursor place(PortOutRequest request) {
        return new Cursor(SORT, request.receivedAt.toString(), request.id);
    }

    boolean isBackwards() {
        return before != null;
    }

    /** @return whether there is a filter other than the verdict */
    public boolean isFiltered() {
        return !carrier.isEmpty() || dates.isSet() || !organization.isEmpty() || channel != null || reason != null;
    }

    Keyset keyset() {
        var cursor = isBackwards() ? before : after;
        return new Keyset(organizationId == null ? List.of() : List.of("organizationId"), "receivedAt", true,
                cursor == null ? null : Instant.parse(cursor.key()), cursor, isBackwards());
    }

    /** @return the constant's value in addresses */
    public static String value(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the address of the page */
    public String address() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("verdict", verdict == null ? "" : value(verdict));
        parameters.put("carrier", carrier);
        parameters.put("organization", organization);
        parameters.put("channel", channel == null ? "" : value(channel));
        parameters.put("reason", reason == null ? "" : value(reason));
        parameters.put("from", dates.from());
        parameters.put("to", dates.to());
        parameters.put("after", after == null ? "" : after.text());
        parameters.put("before", before == null ? "" : before.text());
        return Addresses.with(path, parameters);
    }
}
