package org.portcullis.audit.desk;

import jakarta.ws.rs.BadRequestException;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.audit.AuditEvent;
import org.portcullis.web.form.Parameters;

/** What the address of the trail says: all of it, so that a link shows the same entries. */
public class TrailParameters {

    @RestQuery
    String kind;

    @RestQuery
    String event;

    @RestQuery
    String who;

    @RestQuery
    String organization;

    @RestQuery
    String from;

    @RestQuery
    String to;

    @RestQuery
    String address;

    @RestQuery
    String after;

    /** @throws BadRequestException if the address names a filter or a place in the list that does not exist */
    TrailQuery toQuery() {
        return new TrailQuery(Parameters.known(kind, EventKind::byValue).orElse(null),
                Parameters.known(event, name -> Parameters.constant(AuditEvent.class, name)).orElse(null),
                Parameters.search(who), Parameters.search(organization), Parameters.search(from), Parameters.search(to),
                Parameters.search(address), Parameters.known(after, TrailPlace::parse).orElse(null));
    }
}
