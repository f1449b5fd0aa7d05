package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses an address that is no URI (RFC 3986) in the way of its protocol. Quarkus' own check would answer with a bare
 * 400, which a platform takes for approval; {@link #replaceTheOneOfQuarkus} turns that check off.
 */
@Singleton
public class AddressCheck {

    private static final int BEHIND_THE_HEADERS = 9_500;

    private final RawErrors errors;

    AddressCheck(RawErrors errors) {
        this.errors = errors;
    }

    /** Call it before Quarkus starts, which reads the property once. */
    public static void replaceTheOneOfQuarkus() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (routing.get(RawErrors.STATUS) != null || isUri(routing.request().uri())) {
                routing.next();
            } else {
                errors.show(routing, ErrorKind.BAD_REQUEST, routing.request().path());
            }
        }, BEHIND_THE_HEADERS);
    }

    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
