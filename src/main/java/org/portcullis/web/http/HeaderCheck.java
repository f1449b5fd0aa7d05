package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/**
 * Refuses headers that a proxy in front may interpret otherwise than the portal (RFC 9112 §6.3, §3.2), and headers that
 * can't be read; at programs' addresses it removes headers that are not used there.
 */
@Singleton
class HeaderCheck {

    /** Runs after {@code SecurityHeaders}, and before every handler that trusts the headers. */
    private static final int EARLY = 9_800;
    private static final String CHUNKED = "chunked";

    private final RawErrors errors;

    HeaderCheck(RawErrors errors) {
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext routing) {
        var request = routing.request();
        if (routing.get(RawErrors.STATUS) != null) {
            routing.next();
        } else if (isAmbiguous(request)) {
            Bodies.discard(routing);
            errors.show(routing, ErrorKind.BAD_REQUEST);
        } else if (!isReadable(routing, HttpHeaders.ACCEPT)) {
            errors.show(routing, ErrorKind.BAD_REQUEST);
        } else if (!isReadable(routing, HttpHeaders.CONTENT_TYPE)) {
            Bodies.discard(routing);
            errors.show(routing, ErrorKind.UNSUPPORTED_TYPE);
        } else {
            if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                // Netty refuses a Content-Length beside it, or removes it where that check is turned off: the rest of
                // the connection can't be trusted then.
                Bodies.closeAfterAnswer(routing);
            }
            routing.next();
        }
    }

    private static boolean isAmbiguous(HttpServerRequest request) {
        var encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.headers().getAll(HttpHeaders.HOST).size() > 1 || !encodings.isEmpty()
                && (encodings.size() > 1 || !encodings.get(0).strip().equalsIgnoreCase(CHUNKED)
                        || request.headers().contains(HttpHeaders.CONTENT_LENGTH));
    }

    private static boolean isReadable(RoutingContext routing, CharSequence name) {
        var values = routing.request().headers().getAll(name);
        if (values.isEmpty() || areMediaTypes(name, values)) {
            return true;
        }
        routing.request().headers().remove(name);
        var work = RequestKind.at(routing.normalizedPath());
        return work == RequestKind.BANDWIDTH || work == RequestKind.TELNYX;
    }

    private static boolean areMediaTypes(CharSequence name, List<String> values) {
        try {
            if (name == HttpHeaders.ACCEPT) {
                MediaTypeHelper.parseHeader(String.join(",", values));
            } else {
                values.forEach(MediaType::valueOf);
            }
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
