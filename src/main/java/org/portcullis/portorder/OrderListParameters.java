package org.portcullis.portorder;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** What the address of the list says: all of it, so that a link shows the same list. */
public class OrderListParameters {

    private static final int LONGEST_SEARCH = 100;

    @RestQuery
    String state;

    @RestQuery
    String q;

    @RestQuery
    String after;

    @RestQuery
    String before;

    @RestQuery
    String organization;

    /** @throws BadRequestException if the address names a filter or a place in the list that does not exist */
    OrderQuery toQuery() {
        var group = state == null || state.isEmpty() ? StateGroup.ALL
                : StateGroup.byValue(state).orElseThrow(BadRequestException::new);
        var search = q == null ? "" : q.strip();
        if (search.length() > LONGEST_SEARCH || after != null && before != null) {
            throw new BadRequestException();
        }
        return new OrderQuery(group, search, cursor(after), cursor(before), organizationId());
    }

    private static Cursor cursor(String text) {
        return text == null ? null : Cursor.parse(text).orElseThrow(BadRequestException::new);
    }

    private UUID organizationId() {
        try {
            return organization == null || organization.isEmpty() ? null : UUID.fromString(organization);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    /**
     * A list to show.
     *
     * @param after the place after which the page begins, or null
     * @param before the place before which it ends, or null
     * @param organizationId the organization that the desk chose, or null
     */
    record OrderQuery(StateGroup group, String search, Cursor after, Cursor before, UUID organizationId) {

        /** @return the address of the same list from its start, in another group */
        String in(StateGroup other) {
            return address(other).build().toString();
        }

        String withoutSearch() {
            return new OrderQuery(group, "", null, null, organizationId).in(group);
        }

        String everything() {
            return new OrderQuery(StateGroup.ALL, "", null, null, organizationId).in(StateGroup.ALL);
        }

        String after(Cursor place) {
            return address(group).queryParam("after", place.text()).build().toString();
        }

        String before(Cursor place) {
            return address(group).queryParam("before", place.text()).build().toString();
        }

        private UriBuilder address(StateGroup chosen) {
            var address = UriBuilder.fromPath(PortOrderResource.PATH);
            if (chosen != StateGroup.ALL) {
                address.queryParam("state", chosen.getValue());
            }
            if (!search.isEmpty()) {
                address.queryParam("q", "{q}");
            }
            if (organizationId != null) {
                address.queryParam("organization", organizationId);
            }
            return search.isEmpty() ? address : UriBuilder.fromUri(address.build(search));
        }
    }
}
