package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * On HTTPS each cookie of the portal is named {@code __Host-…}, which browsers accept from this very host alone (RFC
 * 6265bis §4.1.3), so that a neighbouring site can't plant one. All other code uses the names without the prefix.
 */
@Singleton
class HostCookies {

    /**
     * Runs after the proxy's headers are read and before any handler reads a cookie; its changes to answers are the
     * last ones.
     */
    private static final int BEFORE_THE_HEADERS = 15_000;
    private static final String PREFIX = "__Host-";

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (ProxyHeaders.isSecure(routing)) {
                readPrefixed(routing);
                routing.addHeadersEndHandler(end -> writePrefixed(routing));
            }
            routing.next();
        }, BEFORE_THE_HEADERS);
    }

    private static void readPrefixed(RoutingContext routing) {
        var headers = routing.request().headers();
        var own = headers.getAll(HttpHeaders.COOKIE).stream().flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(PREFIX)).map(cookie -> cookie.substring(PREFIX.length()))
                .collect(Collectors.joining("; "));
        headers.remove(HttpHeaders.COOKIE);
        if (!own.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, own);
        }
    }

    private static void writePrefixed(RoutingContext routing) {
        // Cookies from the browser have no path.
        for (Cookie cookie : List.copyOf(routing.request().cookies())) {
            if (cookie.getPath() != null) {
                routing.response().removeCookie(cookie.getName(), false);
                var named = Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                        .setPath("/").setSecure(true).setHttpOnly(cookie.isHttpOnly()).setSameSite(cookie.getSameSite())
                        .setMaxAge(cookie.getMaxAge());
                routing.response().addCookie(named);
            }
        }
    }
}
