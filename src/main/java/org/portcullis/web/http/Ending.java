package org.portcullis.web.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** The end of a request: its answer is given, or its connection gone. */
final class Ending {

    private Ending() {
    }

    /**
     * Has something done then, once; or now, if the end has come already. Vert.x says it to those alone who asked before, and
     * a sender may go while it is looked up who it is: what was taken for the request after that would never be given back.
     * Called on the request's event loop.
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
