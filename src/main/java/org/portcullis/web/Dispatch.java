package org.portcullis.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.portcullis.web.UnreadBodyException.Reason;

/**
 * Leads each request to the threads of its kind of work, once its body has arrived: a sender that is slow, or many, hold no
 * thread.
 */
@Singleton
class Dispatch {

    /** Behind authentication (200), authorization (100), and the address of Bandwidth, which reads by itself (50). */
    private static final int BEHIND_CREDENTIALS = 40;
    /** Answered where they are asked; health keeps what Quarkus has for it. */
    private static final List<String> WITHOUT_WORK = List.of("/assets/", "/_static/", "/q/", "/favicon.ico");

    private final Bodies bodies;
    private final WorkThreads threads;
    private final RawErrors errors;

    Dispatch(Bodies bodies, WorkThreads threads, RawErrors errors) {
        this.bodies = bodies;
        this.threads = threads;
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, BEHIND_CREDENTIALS);
    }

    private void receive(RoutingContext routing) {
        if (routing.response().ended()) {
            return;
        }
        var path = routing.normalizedPath();
        if (routing.get(RawErrors.STATUS) != null || WITHOUT_WORK.stream().anyMatch(path::startsWith)) {
            routing.next();
            return;
        }
        if (path.equals(ErrorResource.PATH)) {
            errors.show(routing, ErrorKind.NOT_FOUND);
            return;
        }
        var work = Work.at(path);
        bodies.read(routing, work, errors.limit(routing)).onComplete(read -> {
            if (read.failed()) {
                refuse(routing, ((UnreadBodyException) read.cause()).reason());
            } else {
                run(routing, work);
            }
        });
    }

    private void run(RoutingContext routing, Work work) {
        threads.run(work, Body.of(routing).held(() -> {
            routing.next();
            return null;
        })).onFailure(failure -> {
            if (!routing.response().ended() && !routing.response().headWritten() && !routing.response().closed()) {
                errors.show(routing, ErrorKind.UNAVAILABLE);
            }
        });
    }

    private void refuse(RoutingContext routing, Reason reason) {
        if (reason != Reason.BROKEN_OFF && !routing.response().ended() && !routing.response().closed()) {
            errors.show(routing, ErrorKind.of(reason.status()));
        }
    }
}
