package org.portcullis.order.desk;

import jakarta.ws.rs.BadRequestException;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.order.Direction;
import org.portcullis.web.form.Parameters;

/** The query parameters of the queue. */
public class QueueParameters {

    @RestQuery
    String lane;

    @RestQuery
    String q;

    @RestQuery
    String assigned;

    @RestQuery
    String overdue;

    @RestQuery
    String organization;

    @RestQuery
    String direction;

    @RestQuery
    String after;

    @RestQuery
    String before;

    /** @throws BadRequestException if the address has an invalid filter or cursor */
    QueueQuery toQuery() {
        if (after != null && before != null) {
            throw new BadRequestException();
        }
        var start = new QueueQuery(Parameters.known(lane, QueueTab::byValue).orElse(QueueTab.US), Parameters.search(q),
                Parameters.known(assigned, Assigned::byValue).orElse(Assigned.ANYBODY),
                overdue != null && !overdue.isEmpty(),
                Parameters.search(organization), Parameters.known(direction, Direction::byValue).orElse(null), null,
                null);
        return start.at(Parameters.known(after, start::parse).orElse(null),
                Parameters.known(before, start::parse).orElse(null));
    }
}
