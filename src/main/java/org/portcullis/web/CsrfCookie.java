package org.portcullis.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A token for the forms of pages that the token filter never reached: it answers requests that match a resource, and
 * an error page (404, 405, a refused token) has a language switch too.
 */
@RequestScoped
class CsrfCookie {

    /** Where the token filter leaves the token for {@link CsrfTokenParameterProvider}. */
    private static final String TOKEN = "csrf_token";
    private static final int TOKEN_BYTES = 16;

    private final RoutingContext routing;
    private final CsrfTokenParameterProvider provider;

    @Inject
    CsrfCookie(RoutingContext routing, CsrfTokenParameterProvider provider) {
        this.routing = routing;
        this.provider = provider;
    }

    void ensure() {
        if (routing.get(TOKEN) == null) {
            var bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            routing.put(TOKEN, token);
            Cookies.set(routing, provider.getCookieName(), token);
        }
    }
}
