package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.portcullis.web.http.RefusedRequest.Kind;

/** Fires one event for each {@link RefusedRequest}. The addresses of programs keep records of their own. */
@ApplicationScoped
public class Refusals {

    /** Set in the routing context's data where another site sent the request. */
    static final String FORGED = "portcullis.forged";
    private static final String ANNOUNCED = "portcullis.refusal-announced";

    private final Event<RefusedRequest> event;

    Refusals(Event<RefusedRequest> event) {
        this.event = event;
    }

    public void announce(RoutingContext routing, Kind kind) {
        if (ApiPaths.isAddress(ApiPaths.path(routing)) || routing.get(ANNOUNCED) != null) {
            return;
        }
        routing.put(ANNOUNCED, true);
        var identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        var announced = routing.get(FORGED) == null ? kind : Kind.FORGED;
        event.fireAsync(new RefusedRequest(announced, routing.request().method().name(), LoggedPath.of(routing),
                ClientAddress.of(routing), identity));
    }
}
