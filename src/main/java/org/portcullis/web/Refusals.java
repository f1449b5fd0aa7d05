package org.portcullis.web;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.portcullis.web.Refused.Kind;

/** Announces each {@link Refused} request, once. The addresses of machines keep records of their own. */
@ApplicationScoped
class Refusals {

    /** Set in the routing context's data where another site sent the request. */
    static final String FORGED = "portcullis.forged";
    private static final String ANNOUNCED = "portcullis.refusal-announced";

    private final Event<Refused> event;

    Refusals(Event<Refused> event) {
        this.event = event;
    }

    void announce(RoutingContext routing, Kind kind) {
        if (Machines.isAddress(Machines.path(routing)) || routing.get(ANNOUNCED) != null) {
            return;
        }
        routing.put(ANNOUNCED, true);
        var identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        var announced = routing.get(FORGED) == null ? kind : Kind.FORGED;
        event.fireAsync(new Refused(announced, routing.request().method().name(), LoggedPath.of(routing), ClientAddress.of(routing), identity));
    }
}
