package org.portcullis.web.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a person typed into a form that could not be processed because the database is unavailable. The error
 * page shows them, so that the form can be sent again. They are read from the body alone, without the database or a
 * thread.
 */
@Singleton
public class RetainedForm {

    /** Key of the form in the routing context's data. */
    private static final String KEY = "portcullis.typed";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_FIELDS = 1_000;
    /** In bytes: the longest body that is read for this purpose, all in memory. */
    static final long LONGEST = 64 << 10;

    private final Instance<RetainableFields> shown;

    RetainedForm(Instance<RetainableFields> shown) {
        this.shown = shown;
    }

    /**
     * A retained form.
     * @param action the address that it is sent to
     * @param fields by name, none of them secret
     * @param secret whether a secret field was left out that has to be filled in again
     */
    public record Form(String action, Map<String, String> fields, boolean secret) {
    }

    /**
     * @return whether the request has an unread body with a form of a session, which should be read so that it can be
     * shown again
     */
    boolean isToBeRead(RoutingContext routing) {
        var request = routing.request();
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return isForm(request) && Body.of(routing).length() == 0 && !request.isEnded() && length != null
                && length.length() < 9
                && Long.parseLong(length) <= LONGEST && CsrfCookie.ofSession(routing).isPresent()
                && !ApiPaths.isAddress(routing.normalizedPath());
    }

    private static boolean isForm(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.method() == HttpMethod.POST && type != null && type.startsWith(FORM);
    }

    /** Stores the form before the request is rerouted to the error page. */
    void remember(RoutingContext routing) {
        if (routing.get(KEY) == null) {
            read(routing).ifPresent(form -> routing.put(KEY, form));
        }
    }

    /**
     * @return the form that was sent, or null where there is none, it is too long, or it is not a form of one of the
     * portal's pages
     */
    public Form of(RoutingContext routing) {
        remember(routing);
        return routing.get(KEY);
    }

    private Optional<Form> read(RoutingContext routing) {
        var request = routing.request();
        var body = Body.of(routing);
        var action = LocalPath.of(request.uri());
        if (!isForm(request) || !body.isInMemory() || body.length() == 0 || action.equals(LocalPath.START)) {
            return Optional.empty();
        }
        var text = new String(body.bytes(), StandardCharsets.UTF_8);
        var typed = new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS, true).parameters();
        var token = typed.get(FormToken.FIELD);
        if (token == null || CsrfCookie.ofSession(routing).filter(token.get(0)::equals).isEmpty()) {
            // Only forms of this session's pages: what is shown again carries a valid token and could be sent by one
            // click.
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        var secret = false;
        for (var field : typed.entrySet()) {
            if (shown.stream().anyMatch(each -> each.isShown(field.getKey())) && field.getValue().size() == 1) {
                fields.put(field.getKey(), field.getValue().get(0));
            } else if (!field.getKey().equals(FormToken.FIELD)) {
                secret = true;
            }
        }
        return Optional.of(new Form(action, fields, secret));
    }
}
