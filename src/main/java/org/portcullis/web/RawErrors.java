package org.portcullis.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Errors that happen before a resource is reached: they are sent on to {@link ErrorResource}, which has the page. */
@Singleton
class RawErrors {

    /** The status of the error page to show, in the routing context's data. */
    static final String STATUS = "portcullis.error";
    /** The path that was asked for before the error page was, in the routing context's data. */
    static final String PATH = "portcullis.error.path";

    private static final Logger LOG = Logger.getLogger(RawErrors.class);
    private static final int AFTER_THE_HEADERS = 9_000;
    /** Bytes of a request that brings no file: the longest list to paste, however it is encoded; less than a file has. */
    private static final long LIMIT_WITHOUT_FILE = 3 << 20;

    /** Bytes of what a machine sends: 20,000 numbers and a few words are less than half of it. */
    private static final long LIMIT_OF_MACHINES = 1 << 20;

    private final Machines machines;
    private final long bodyLimit;

    RawErrors(Machines machines, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.machines = machines;
        this.bodyLimit = bodyLimit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, AFTER_THE_HEADERS);
    }

    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(RawErrors::show);
    }

    private void refuseTooLarge(RoutingContext routing) {
        var length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit(routing) && routing.get(STATUS) == null) {
            // The rest of the body is not read; the connection can't be used again.
            routing.request().headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_TYPE);
            routing.response().putHeader(HttpHeaders.CONNECTION, "close");
            reroute(routing, ErrorKind.TOO_LARGE);
        } else {
            routing.next();
        }
    }

    private long limit(RoutingContext routing) {
        if (machines.boundsBody(routing.normalizedPath())) {
            return Long.MAX_VALUE;
        }
        if (Machines.isAddress(routing.normalizedPath())) {
            return LIMIT_OF_MACHINES;
        }
        var type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        var mayBringFile = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA);
        return mayBringFile ? bodyLimit : Math.min(bodyLimit, LIMIT_WITHOUT_FILE);
    }

    private static void show(RoutingContext routing) {
        var failure = routing.failure();
        if (routing.response().ended() || routing.response().headWritten() || routing.get(STATUS) != null
                || failure instanceof AuthenticationException || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException) {
            routing.next();
            return;
        }
        var kind = ErrorKind.of(routing.statusCode() > 0 ? routing.statusCode() : ErrorKind.FAILURE.status());
        if (kind == ErrorKind.FAILURE) {
            LOG.errorf(failure, "Failed to answer %s %s", routing.request().method(), LoggedPath.of(routing));
            kind = DatabaseUnavailable.isCauseOf(failure) ? ErrorKind.UNAVAILABLE : kind;
        }
        reroute(routing, kind);
    }

    private static void reroute(RoutingContext routing, ErrorKind kind) {
        reroute(routing, kind, routing.normalizedPath());
    }

    /** @param path that was asked for; as it was sent, where it can't be normalized */
    static void reroute(RoutingContext routing, ErrorKind kind, String path) {
        routing.put(STATUS, kind.status());
        routing.put(PATH, path);
        if (Machines.isAddress(path)) {
            // What it accepts is no page; the error is none either.
            routing.request().headers().remove(HttpHeaders.ACCEPT);
        }
        routing.reroute(HttpMethod.GET, ErrorResource.PATH);
    }
}
