package org.portcullis.web.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;

/**
 * Handles errors that happen before a resource is reached, by rerouting them to {@code ErrorResource}, which has the
 * page.
 */
@Singleton
public class RawErrors {

    /** Key of the error page's status in the routing context's data. */
    public static final String STATUS = "portcullis.error";
    /** Address of the error page. */
    public static final String PAGE = "/error";
    /** Key of the path that was requested before the error page, in the routing context's data. */
    static final String PATH = "portcullis.error.path";

    public static final String RETRY_AFTER_SECONDS = "10";
    private static final RareLog RARELY = new RareLog(Logger.getLogger(RawErrors.class));
    private static final int AFTER_THE_HEADERS = 9_000;
    /** In bytes, for requests without a file: enough for the longest list that can be pasted, in every encoding. */
    private static final long LIMIT_WITHOUT_FILE = 3 << 20;

    /** In bytes, for requests of programs: 20,000 numbers with the other fields take less than half of it. */
    private static final long LIMIT_OF_MACHINES = 1 << 20;

    /** Counted in a metric, since they mean an attack or too little capacity. */
    private static final List<ErrorKind> OF_LOAD = List.of(ErrorKind.TIMEOUT, ErrorKind.TOO_MANY_REQUESTS,
            ErrorKind.UNAVAILABLE);

    private final Map<ErrorKind, Counter> refused = new EnumMap<>(ErrorKind.class);
    private final ApiPaths apiPaths;
    private final RetainedForm retained;
    private final Bodies bodies;
    private final long bodyLimit;

    RawErrors(ApiPaths apiPaths, RetainedForm retained, Bodies bodies, MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.apiPaths = apiPaths;
        this.retained = retained;
        this.bodies = bodies;
        for (ErrorKind kind : OF_LOAD) {
            refused.put(kind, metrics.counter("portcullis.http.refused", "kind", kind.name()));
        }
        this.bodyLimit = bodyLimit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, AFTER_THE_HEADERS);
    }

    void route(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::show);
    }

    private void refuseTooLarge(RoutingContext routing) {
        var length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (routing.get(STATUS) == null && !apiPaths.boundsBody(routing.normalizedPath()) && length != null
                && Long.parseLong(length) > limit(routing)) {
            // The rest of the body is not read, so that the connection can't be used again.
            Bodies.discard(routing);
            show(routing, ErrorKind.TOO_LARGE);
        } else {
            routing.next();
        }
    }

    /** @return whether the answer is an error page, and the same request may succeed a moment later */
    public static boolean isPassing(RoutingContext routing) {
        Integer status = routing.get(STATUS);
        return status != null && ErrorKind.of(status).isPassing() && !ApiPaths.isAddress(ApiPaths.path(routing));
    }

    /** @return the longest body in bytes that the address accepts */
    long limit(RoutingContext routing) {
        if (ApiPaths.isAddress(routing.normalizedPath())) {
            return LIMIT_OF_MACHINES;
        }
        return Bodies.isMultipart(routing.request()) ? bodyLimit : Math.min(bodyLimit, LIMIT_WITHOUT_FILE);
    }

    private void show(RoutingContext routing) {
        var failure = routing.failure();
        if (routing.response().ended() || routing.response().headWritten() || routing.get(STATUS) != null
                || failure instanceof AuthenticationException || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException) {
            routing.next();
            return;
        }
        var kind = kind(routing);
        if (kind == ErrorKind.FAILURE) {
            log(routing, failure);
            if (DatabaseUnavailable.isCauseOf(failure)) {
                showWithForm(routing);
                return;
            }
        }
        show(routing, kind);
    }

    /** If the session can't be looked up, the form is still unread: read it first, so that the page can show it. */
    private void showWithForm(RoutingContext routing) {
        if (retained.isToBeRead(routing)) {
            bodies.read(routing, RequestKind.PAGES, RetainedForm.LONGEST).onComplete(read -> {
                if (!routing.response().ended() && !routing.response().closed()) {
                    show(routing, ErrorKind.UNAVAILABLE);
                }
            });
        } else {
            show(routing, ErrorKind.UNAVAILABLE);
        }
    }

    private static void log(RoutingContext routing, Throwable failure) {
        if (!ClientAbort.isCauseOf(failure, routing)) {
            RARELY.log(Level.ERROR, failure == null ? "status" : RareLog.kindOf(failure), failure,
                    "Failed to answer " + routing.request().method() + " " + LoggedPath.of(routing));
        }
    }

    /** A request that got no thread has not failed; it may be sent again. */
    private static ErrorKind kind(RoutingContext routing) {
        if (routing.failure() instanceof RejectedExecutionException) {
            return ErrorKind.UNAVAILABLE;
        }
        return ErrorKind.of(routing.statusCode() > 0 ? routing.statusCode() : ErrorKind.FAILURE.status());
    }

    void show(RoutingContext routing, ErrorKind kind) {
        show(routing, kind, routing.normalizedPath());
    }

    /**
     * Programs are answered on the event loop, which needs no thread; people get the page.
     * @param path that was requested; as it was sent, where it can't be normalized
     */
    void show(RoutingContext routing, ErrorKind kind, String path) {
        routing.put(STATUS, kind.status());
        routing.put(PATH, path);
        if (refused.containsKey(kind)) {
            refused.get(kind).increment();
        }
        var answer = apiPaths.answer(routing, kind.status(), null);
        if (answer.isPresent()) {
            routing.response().setStatusCode(answer.get().status());
            // The handler that refused the request may have set a more precise Retry-After.
            var headers = routing.response().headers();
            answer.get().headers().forEach((name, value) -> {
                if (!HttpHeaders.RETRY_AFTER.toString().equalsIgnoreCase(name) || !headers.contains(name)) {
                    headers.set(name, value);
                }
            });
            routing.response().end(answer.get().body());
            return;
        }
        retained.remember(routing);
        // The error page must not read the body a second time, nor parse it by its Content-Type.
        routing.request().headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_TYPE);
        if (ApiPaths.isAddress(path)) {
            // The error page is HTML for every Accept header.
            routing.request().headers().remove(HttpHeaders.ACCEPT);
        }
        routing.reroute(HttpMethod.GET, PAGE);
    }
}
