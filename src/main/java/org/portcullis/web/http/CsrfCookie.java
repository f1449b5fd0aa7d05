package org.portcullis.web.http;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A token for forms on pages that the token filter does not reach: it only handles requests that match a resource, but
 * an error page (404, 405, a refused token) has the form for the language, too.
 */
@RequestScoped
public class CsrfCookie {

    /** Key under which the token filter leaves the token for {@link CsrfTokenParameterProvider}. */
    private static final String TOKEN = "csrf_token";
    private static final int TOKEN_BYTES = 16;

    private final RoutingContext routing;
    private final CsrfTokenParameterProvider provider;

    @Inject
    CsrfCookie(RoutingContext routing, CsrfTokenParameterProvider provider) {
        this.routing = routing;
        this.provider = provider;
    }

    /**
     * The token of a session is derived from the session's own token, so that it changes at each sign-in and a planted
     * one is refused.
     * @return empty where the visitor has no session
     */
    static Optional<String> ofSession(RoutingContext routing) {
        return Optional.ofNullable(Cookies.get(routing, Cookies.SESSION)).filter(session -> !session.isEmpty())
                .map(CsrfCookie::digest);
    }

    private static String digest(String session) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((TOKEN + "\0" + session).getBytes(StandardCharsets.UTF_8));
            return encoded(Arrays.copyOf(digest, TOKEN_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public void ensure() {
        if (routing.get(TOKEN) == null) {
            var token = ofSession(routing).orElseGet(CsrfCookie::random);
            routing.put(TOKEN, token);
            Cookies.set(routing, provider.getCookieName(), token);
        }
    }
}
