package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many requests one address has under way at once. Behind a trusted proxy the client's address counts; the
 * proxy's own requests are not bounded.
 */
@Singleton
class RequestsPerAddress {

    /** Runs after {@code SecurityHeaders}. */
    private static final int EARLY = 9_850;
    private static final String HEALTH = "/q/health";

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final RawErrors errors;
    private final int most;

    RequestsPerAddress(RawErrors errors,
            @ConfigProperty(name = "portcullis.http.requests-per-address", defaultValue = "128") int most) {
        this.errors = errors;
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, EARLY);
    }

    private void count(RoutingContext routing) {
        if (routing.get(RawErrors.STATUS) != null || ClientAddress.isOfProxyItself(routing)
                || routing.normalizedPath().startsWith(HEALTH)) {
            routing.next();
            return;
        }
        var address = ClientAddress.network(ClientAddress.of(routing));
        var count = underWay.merge(address, 1, Integer::sum);
        Ending.then(routing, () -> underWay.computeIfPresent(address, (key, number) -> number > 1 ? number - 1 : null));
        if (count > most) {
            Bodies.discard(routing);
            errors.show(routing, ErrorKind.TOO_MANY_REQUESTS);
        } else {
            routing.next();
        }
    }
}
