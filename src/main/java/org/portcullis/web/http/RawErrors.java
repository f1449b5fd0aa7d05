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

/** Errors that happen before a resource is reached: they are sent on to {@code ErrorResource}, which has the page. */
@Singleton
public class RawErrors {

    /** The status of the error page to show, in the routing context's data. */
    public static final String STATUS = "portcullis.error";
    /** The path that was asked for before the error page was, in the routing context's data. */
    /** Address of the page. */
    public static final String PAGE = "/error";
    static final String PATH = "portcullis.error.path";

    public static final String RETRY_AFTER_SECONDS = "10";
    private static final RareLog RARELY = new RareLog(Logger.getLogger(RawErrors.class));
    private static final int AFTER_THE_HEADERS = 9_000;
    /** Bytes of a request that brings no file: the longest list to paste, however it is encoded; less than a file has. */
    private static final long LIMIT_WITHOUT_FILE = 3 << 20;

    /** Bytes of what a machine sends: 20,000 numbers and a few words are less than half of it. */
    private static final long LIMIT_OF_MACHINES = 1 << 20;

    /** Counted, since they say that somebody leans on the portal, or that it is too small. */
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
            // The rest of the body is not read; the connection can't be used again.
            Bodies.discard(routing);
            show(routing, ErrorKind.TOO_LARGE);
        } else {
            routing.next();
        }
    }

    /** @return whether the answer is an error page that the same request may not get in a moment */
    public static boolean isPassing(RoutingContext routing) {
        Integer status = routing.get(STATUS);
        return status != null && ErrorKind.of(status).isPassing() && !ApiPaths.isAddress(ApiPaths.path(routing));
    }

    /** @return the most bytes that a body at that address may have */
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

    /** Whose session can't be looked up has a form that was not read yet. */
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

    /** Work that found no thread is no failure, and may be asked for again. */
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
     * Machines are answered here and now, whatever else is held up; people get the page.
     *
     * @param path that was asked for; as it was sent, where it can't be normalized
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
            // Who refused it may know better when to ask again.
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
        // The body is not read a second time, nor as what it was said to be.
        routing.request().headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.CONTENT_TYPE);
        if (ApiPaths.isAddress(path)) {
            // What it accepts is no page; the error is none either.
            routing.request().headers().remove(HttpHeaders.ACCEPT);
        }
        routing.reroute(HttpMethod.GET, PAGE);
    }
}
