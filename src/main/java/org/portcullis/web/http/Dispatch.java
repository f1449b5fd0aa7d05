package org.portcullis.web.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.portcullis.web.http.UnreadBodyException.Reason;

/**
 * Passes each request to the threads of its {@link RequestKind} once its body has arrived, so that slow senders hold no
 * thread.
 */
@Singleton
class Dispatch {

    /**
     * Runs after authentication (200), authorization (100), and Bandwidth's route, which reads its body itself (50).
     */
    private static final int BEHIND_CREDENTIALS = 40;
    /** Answered on the event loop; for health, Quarkus has its own threads. */
    private static final List<String> WITHOUT_WORK = List.of("/assets/", "/_static/", "/q/", "/favicon.ico");

    private final Bodies bodies;
    private final RequestThreads threads;
    private final RawErrors errors;
    private final List<AdmissionControl> admissions;

    Dispatch(Bodies bodies, RequestThreads threads, RawErrors errors, @All List<AdmissionControl> admissions) {
        this.bodies = bodies;
        this.threads = threads;
        this.errors = errors;
        this.admissions = admissions;
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
        if (path.equals(RawErrors.PAGE)) {
            errors.show(routing, ErrorKind.NOT_FOUND);
            return;
        }
        var work = RequestKind.at(path);
        var end = new AtomicReference<Runnable>(() -> {});
        bodies.read(routing, work, errors.limit(routing), () -> admit(routing, path).onSuccess(end::set))
                .onComplete(read -> {
                    if (read.succeeded()) {
                        run(routing, work, end.get());
                    } else {
                        end.get().run();
                        refuse(routing, read.cause());
                    }
                });
    }

    private Future<Runnable> admit(RoutingContext routing, String path) {
        return admissions.stream().filter(admission -> admission.isFor(path)).findFirst()
                .map(admission -> admission.await(routing))
                .orElseGet(() -> Future.succeededFuture(() -> {}));
    }

    private void run(RoutingContext routing, RequestKind work, Runnable end) {
        threads.run(work, Body.of(routing).held(() -> {
            routing.next();
            return null;
        })).onComplete(ended -> end.run()).onFailure(failure -> {
            if (!routing.response().ended() && !routing.response().headWritten() && !routing.response().closed()) {
                errors.show(routing, ErrorKind.UNAVAILABLE);
            }
        });
    }

    private void refuse(RoutingContext routing, Throwable failure) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        if (failure instanceof AdmissionControl.RefusedException refused) {
            routing.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter()));
            errors.show(routing, ErrorKind.TOO_MANY_REQUESTS);
        } else if (!(failure instanceof UnreadBodyException unread)) {
            errors.show(routing, ErrorKind.UNAVAILABLE);
        } else if (unread.reason() != Reason.BROKEN_OFF) {
            errors.show(routing, ErrorKind.of(unread.reason().status()));
        }
    }
}
