package org.portcullis.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ignores a token cookie that the portal never set: the token filter would refuse every page until it is gone. Machines
 * get none.
 */
@Singleton
class CsrfCookieCheck {

    private static final int AFTER_THE_HEADERS = 9_500;

    private final String cookieName;

    CsrfCookieCheck(@ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String cookieName) {
        this.cookieName = cookieName;
    }

    void register(@Observes Filters filters) {
        filters.register(this::ignoreBroken, AFTER_THE_HEADERS);
    }

    private void ignoreBroken(RoutingContext routing) {
        var value = Cookies.get(routing, cookieName);
        if (value != null && !FormToken.isOne(value)) {
            routing.response().removeCookie(cookieName, false);
        }
        if (Machines.isAddress(Machines.path(routing))) {
            routing.addHeadersEndHandler(end -> routing.response().removeCookie(cookieName, false));
        }
        routing.next();
    }
}
