package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes a token cookie that the portal never set: the token filter would refuse every page until it is gone. In a
 * session only the session's token counts. Addresses of programs get no token.
 */
@Singleton
class CsrfCookieCheck {

    private static final int AFTER_THE_HEADERS = 9_500;

    /** Paths whose answers shared caches may keep; an answer that sets a cookie is one person's own. */
    private static final Set<String> WITHOUT_FORMS = Set.of("/assets/", "/_static/", "/q/");

    private final String cookieName;

    CsrfCookieCheck(
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String cookieName) {
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
        var path = ApiPaths.path(routing);
        var ofSession = CsrfCookie.ofSession(routing)
                .filter(token -> WITHOUT_FORMS.stream().noneMatch(path::startsWith));
        ofSession.filter(token -> !token.equals(value)).ifPresent(token -> {
            routing.response().removeCookie(cookieName, false);
            Cookies.set(routing, cookieName, token);
        });
        if (ApiPaths.isAddress(path)) {
            routing.addHeadersEndHandler(end -> routing.response().removeCookie(cookieName, false));
        }
        routing.next();
    }
}
