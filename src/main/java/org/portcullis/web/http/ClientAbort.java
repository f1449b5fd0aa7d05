package org.portcullis.web.http;

import io.vertx.core.VertxException;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Whether a request failed because its client closed the connection: that is no fault of the portal, and needs no
 * answer.
 */
public final class ClientAbort {

    private ClientAbort() {
    }

    public static boolean isCauseOf(Throwable failure, RoutingContext routing) {
        return routing.response().closed()
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20)
                        .anyMatch(cause -> cause instanceof IOException || cause instanceof VertxException);
    }
}
