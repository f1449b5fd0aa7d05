package org.portcullis.portout.page;

import jakarta.ws.rs.BadRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.order.Cursor;
import org.portcullis.order.DateRange;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.web.form.Parameters;

/** The filter and position in the address of a list of port-out requests, so that a link shows the same list. */
public class RequestParameters {

    @RestQuery
    String verdict;

    @RestQuery
    String carrier;

    @RestQuery
    String organization;

    @RestQuery
    String channel;

    @RestQuery
    String reason;

    @RestQuery
    String from;

    @RestQuery
    String to;

    @RestQuery
    String after;

    @RestQuery
    String before;

    /**
     * @param path of the page with the list
     * @throws BadRequestException if the address has an invalid filter or position
     */
    public RequestQuery toQuery(String path) {
        return toQuery(path, null);
    }

    /** @param only the organization that the list is limited to */
    RequestQuery toQuery(String path, UUID only) {
        if (after != null && before != null) {
            throw new BadRequestException();
        }
        return new RequestQuery(path, only, Parameters.known(verdict, constant(Verdict.values())).orElse(null),
                Parameters.search(carrier),
                DateRange.of(Parameters.search(from), Parameters.search(to)),
                only == null ? Parameters.search(organization) : "",
                Parameters.known(channel, constant(PortOutChannel.values())).orElse(null),
                Parameters.known(reason, constant(Refusal.values())).orElse(null),
                Parameters.known(after, RequestParameters::place).orElse(null),
                Parameters.known(before, RequestParameters::place).orElse(null));
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> constant(E[] all) {
        return text -> Arrays.stream(all).filter(each -> RequestQuery.value(each).equals(text)).findFirst();
    }

    private static Optional<Cursor> place(String text) {
        return Cursor.parse(RequestQuery.SORT, text).filter(cursor -> isMoment(cursor.key()));
    }

    private static boolean isMoment(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
