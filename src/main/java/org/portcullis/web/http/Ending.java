package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** The end of a request: its answer was sent, or its connection was closed. */
final class Ending {

    private Ending() {
    }

    /**
     * Runs the work once when the request ends, or at once if it has ended already. Vert.x only calls handlers that
     * were added before the end, and a sender may disconnect while its session is looked up: resources acquired after
     * that would never be released. Call it on the request's event loop.
     */
    static void then(RoutingContext routing, Runnable work) {
        var isDone = new AtomicBoolean();
        Runnable once = () -> {
            if (isDone.compareAndSet(false, true)) {
                work.run();
            }
        };
        routing.addEndHandler(end -> once.run());
        if (routing.response().ended() || routing.response().closed()) {
            once.run();
        }
    }
}
