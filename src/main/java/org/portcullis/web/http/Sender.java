package org.portcullis.web.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The address of the request under way, for code that may also run outside a request. */
@ApplicationScoped
public class Sender {

    private final CurrentVertxRequest current;

    Sender(CurrentVertxRequest current) {
        this.current = current;
    }

    /** @return the address, see {@link ClientAddress}; null outside a request */
    public String getAddress() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        var routing = current.getCurrent();
        return routing == null ? null : ClientAddress.of(routing);
    }
}
