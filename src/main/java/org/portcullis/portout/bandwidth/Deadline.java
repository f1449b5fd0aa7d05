package org.portcullis.portout.bandwidth;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.portcullis.web.http.Bodies;

/**
 * Sends a refusal in time if the credential check, the database or the platform's own upload hangs. It answers callers
 * whose credential is unknown, too, since the credential check may be what hangs. It runs on the event loop and needs
 * no other thread.
 */
@Singleton
class Deadline {

    /** Runs after the filters that only look at headers, and before authentication (200). */
    private static final int BEFORE_CREDENTIALS = 8_000;
    private static final String UNNAMED = "a carrier that could not be answered in time";

    private final Validation validation;
    private final Clock clock;
    /** Milliseconds from the request's arrival: the platform waits for 30 seconds and takes silence for an approval. */
    private final long within;

    Deadline(Validation validation, Clock clock,
            @ConfigProperty(name = "portcullis.port-out.answer-within", defaultValue = "PT25S") Duration within) {
        this.validation = validation;
        this.clock = clock;
        this.within = within.toMillis();
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
        var timer = routing.vertx().setTimer(within, late -> end(routing));
        routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
    }

    private void end(RoutingContext routing) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        if (!routing.request().isEnded()) {
            Bodies.discard(routing);
        }
        ValidationRoute.sendUndecided(routing, validation, UNNAMED, new TimeoutException("It took too long"));
    }
}
