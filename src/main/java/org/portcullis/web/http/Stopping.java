package org.portcullis.web.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses each request in the way of its protocol, from the moment in which the portal stops its beans until the last
 * connection is closed. Quarkus would answer with an empty 503, which Bandwidth's platform takes for approval.
 */
@Singleton
class Stopping {

    /** Runs after {@code SecurityHeaders}. */
    private static final int FIRST = 9_990;
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final String RETRY_AFTER_SECONDS = "10";

    private final ApiPaths apiPaths;
    private volatile boolean isUnderWay;

    Stopping(ApiPaths apiPaths) {
        this.apiPaths = apiPaths;
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (isUnderWay) {
                refuse(routing);
            } else {
                routing.next();
            }
        }, FIRST);
    }

    void begin(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event) {
        isUnderWay = true;
    }

    private void refuse(RoutingContext routing) {
        Bodies.discard(routing);
        var response = routing.response();
        var answer = apiPaths.answer(routing, ErrorKind.UNAVAILABLE.status(), null);
        response.setStatusCode(answer.map(ApiPaths.Answer::status).orElse(ErrorKind.UNAVAILABLE.status()));
        response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        answer.ifPresent(given -> given.headers().forEach(response::putHeader));
        response.end(answer.map(ApiPaths.Answer::body).orElse(""));
    }
}
