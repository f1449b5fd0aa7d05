package org.portcullis.web.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the request under way comes from, for what is also done without one. */
@ApplicationScoped
public class Sender {

    private final CurrentVertxRequest current;

    Sender(CurrentVertxRequest current) {
        this.current = current;
    }

    /** @return its address, see {@link ClientAddress}; null outside of any request */
    public String getAddress() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        var routing = current.getCurrent();
        return routing == null ? null : ClientAddress.of(routing);
    }
}
