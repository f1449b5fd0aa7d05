package org.portcullis.web.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.portcullis.web.http.Bodies;
import org.portcullis.web.http.ProxyHeaders;
import org.portcullis.web.http.RawErrors;
import org.portcullis.web.i18n.RequestContext;

/** Security headers of every answer (OWASP ASVS 5.0 §3.4), whichever part of the portal or Quarkus made it. */
@Singleton
class SecurityHeaders {

    /** Runs before every handler that can answer. */
    private static final int FIRST = 10_000;

    private static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'",
            // Bootstrap's style sheet contains its small icons as data: URLs.
            "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
            "base-uri 'none'", "frame-ancestors 'none'");

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            routing.addHeadersEndHandler(end -> write(routing));
            routing.next();
        }, FIRST);
    }

    private static void write(RoutingContext routing) {
        var headers = routing.response().headers();
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (ProxyHeaders.isSecure(routing)) {
            // Also applies to cookies that Quarkus sets, which does not know of the proxy. Cookies from the browser
            // have no path.
            routing.request().cookies().stream().filter(cookie -> cookie.getPath() != null)
                    .forEach(cookie -> cookie.setSecure(true));
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (Bodies.isClosing(routing)) {
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        if (RawErrors.isPassing(routing)) {
            headers.set(HttpHeaders.RETRY_AFTER, RawErrors.RETRY_AFTER_SECONDS);
        }
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/html")) {
            headers.set(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
            headers.set(HttpHeaders.CONTENT_LANGUAGE, RequestContext.language(routing).toLanguageTag());
            headers.set(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
