package org.portcullis.web.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Sets all cookies of the portal: for this site only, not readable by scripts, Secure on HTTPS. */
public final class Cookies {

    /** Holds the token of a person's session. */
    public static final String SESSION = "portcullis-session";

    private Cookies() {
    }

    /** Sets a cookie that ends with the browser. */
    public static void set(RoutingContext routing, String name, String value) {
        routing.response().addCookie(cookie(routing, name, value));
    }

    /** Sets a cookie that outlives the browser's session. */
    public static void set(RoutingContext routing, String name, String value, Duration lifetime) {
        routing.response().addCookie(cookie(routing, name, value).setMaxAge(lifetime.toSeconds()));
    }

    public static void remove(RoutingContext routing, String name) {
        set(routing, name, "", Duration.ZERO);
    }

    /** @return the cookie's value, or null */
    public static String get(RoutingContext routing, String name) {
        var cookie = routing.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    private static Cookie cookie(RoutingContext routing, String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(ProxyHeaders.isSecure(routing))
                .setSameSite(CookieSameSite.LAX);
    }
}
