package org.portcullis.bandwidth;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Tells the platform no in time, whatever hangs: the check of its credential, the database, or its own sending. It says so to
 * whoever asks, for who that is may be what could not be found out.
 */
@Singleton
class Deadline {

    private static final Logger LOG = Logger.getLogger(Deadline.class);
    /** Behind what looks at headers alone, before authentication (200). */
    private static final int BEFORE_CREDENTIALS = 8_000;
    /** Milliseconds from the request's arrival: the platform waits for 30 seconds and takes silence for a yes. */
    private static final long PATIENCE = 25_000;
    /** Milliseconds in which the answer is read before the connection ends. */
    private static final long LINGERING = 2_000;
    private static final String UNNAMED = "a carrier that could not be answered in time";

    private final Validation validation;
    private final Clock clock;

    Deadline(Validation validation, Clock clock) {
        this.validation = validation;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (ValidationRoute.isBelow(routing.normalizedPath())) {
                start(routing);
            }
            routing.next();
        }, BEFORE_CREDENTIALS);
    }

    private void start(RoutingContext routing) {
        Exchange.begin(routing, clock.instant());
        var timer = routing.vertx().setTimer(PATIENCE, late -> end(routing));
        routing.addEndHandler(ended -> {
            if (routing.request().isEnded() || routing.response().closed()) {
                routing.vertx().cancelTimer(timer);
            }
        });
    }

    /** Somebody who goes on sending after the answer is not listened to any longer either. */
    private void end(RoutingContext routing) {
        var request = routing.request();
        if (routing.response().ended() || routing.response().closed()) {
            if (!request.isEnded()) {
                hangUp(request);
            }
            return;
        }
        if (!request.isEnded()) {
            discard(routing);
            routing.vertx().setTimer(LINGERING, late -> hangUp(request));
        }
        ValidationRoute.send(routing, validation.undecided(UNNAMED, Exchange.of(routing).request(),
                new TimeoutException("It took too long")));
    }

    /**
     * Lets the rest of the body go by unread: who hung up on somebody who is still sending would often take the answer away
     * with it, and that is a yes.
     */
    static void discard(RoutingContext routing) {
        var request = routing.request();
        if (request.version() != HttpVersion.HTTP_2) {
            routing.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        if (!request.isEnded()) {
            request.exceptionHandler(failure -> LOG.debugf("A request was broken off: %s", failure.getMessage()));
            request.handler(piece -> { }).endHandler(end -> hangUp(request)).resume();
        }
    }

    /** Other requests may use a connection of HTTP/2, which bounds by itself what one of them can send. */
    private static void hangUp(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.response().ended()) {
            request.connection().close();
        }
    }
}
