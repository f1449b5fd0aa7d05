package org.portcullis.order.list;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.order.DateRange;
import org.portcullis.order.Direction;
import org.portcullis.order.OrderSort;
import org.portcullis.organization.Organization;
import org.portcullis.web.form.Parameters;

/** What the address of the list says: all of it, so that a link shows the same list. */
public class OrderListParameters {

    @RestQuery
    String organization;

    @RestQuery
    String state;

    @RestQuery
    String q;

    @RestQuery
    String direction;

    @RestQuery
    String carrier;

    @RestQuery
    String from;

    @RestQuery
    String to;

    @RestQuery
    String sort;

    @RestQuery
    String after;

    @RestQuery
    String before;

    /** @throws BadRequestException if the address names a filter or a place in the list that does not exist */
    public OrderQuery toQuery() {
        if (after != null && before != null) {
            throw new BadRequestException();
        }
        var order = Parameters.known(sort, OrderSort::byValue).orElse(OrderSort.NEWEST);
        return new OrderQuery(Parameters.known(organization, OrderListParameters::id).orElse(null),
                Parameters.known(state, StateFilter::byValue).orElse(StateFilter.ALL), Parameters.search(q),
                Parameters.known(direction, Direction::byValue).orElse(null), Parameters.search(carrier),
                DateRange.of(Parameters.search(from), Parameters.search(to)), order,
                Parameters.known(after, order::parse).orElse(null),
                Parameters.known(before, order::parse).orElse(null));
    }

    /** @return the organization whose orders the query is about, as far as the person may see them */
    static Optional<Organization> organization(OrderQuery query, Person person) {
        return person.organization(query.organizationId());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
