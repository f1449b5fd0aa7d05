package org.portcullis.bandwidth;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.portcullis.carrier.Caller;
import org.portcullis.portout.Asker;
import org.portcullis.portout.Channel;
import org.portcullis.web.ClientAddress;

/**
 * The address that the platform posts to. It is a filter behind the check of credentials, and no resource: whoever has shown
 * a credential gets an answer of the protocol, whatever media type, length or form the request has, where a resource
 * would answer 400, 406, 413 or 415, which the platform takes for a yes.
 */
@Singleton
class ValidationRoute {

    static final String PATH = "/carrier/bandwidth/port-out-validation";
    static final String MEDIA_TYPE = "application/xml;charset=UTF-8";

    private static final Logger LOG = Logger.getLogger(ValidationRoute.class);
    /** Right behind authentication (200) and authorization (100). */
    private static final int BEHIND_CREDENTIALS = 50;
    private static final int LONGEST_BODY = 1 << 20;
    /** Milliseconds after which the platform is told no, whatever hangs: it waits for 30 seconds and takes silence for a yes. */
    private static final long PATIENCE = 25_000;
    private static final String UNCHECKED = "somebody whose credential could not be checked";
    private static final String UNDECIDED = "a carrier";

    private final Validation validation;
    private final Caller caller;
    private final CurrentIdentityAssociation identities;

    ValidationRoute(Validation validation, Caller caller, CurrentIdentityAssociation identities) {
        this.validation = validation;
        this.caller = caller;
        this.identities = identities;
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (routing.request().method().equals(HttpMethod.POST) && routing.normalizedPath().equals(PATH)) {
                receive(routing);
            } else {
                routing.next();
            }
        }, BEHIND_CREDENTIALS);
    }

    private void receive(RoutingContext routing) {
        var request = routing.request();
        var body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= LONGEST_BODY) {
                body.appendBuffer(piece);
            }
            if (body.length() > LONGEST_BODY && !routing.response().ended()) {
                // The rest is not read; the connection can't be used again.
                routing.response().putHeader(HttpHeaders.CONNECTION, "close");
                decide(routing, null);
            }
        });
        request.endHandler(end -> {
            if (body.length() <= LONGEST_BODY) {
                decide(routing, body.getBytes());
            }
        });
        request.exceptionHandler(failure -> LOG.debugf("A request was broken off: %s", failure.getMessage()));
        request.resume();
    }

    private void decide(RoutingContext routing, byte[] body) {
        var user = (QuarkusHttpUser) routing.user();
        var vertx = routing.vertx();
        var timer = vertx.setTimer(PATIENCE, late -> send(routing, validation.undecided(UNDECIDED, null, new TimeoutException("It took too long"))));
        vertx.executeBlocking(() -> answer(routing, user, body), false).onComplete(answered -> {
            if (vertx.cancelTimer(timer)) {
                send(routing, answered.succeeded() ? answered.result() : validation.undecided(UNDECIDED, null, answered.cause()));
            }
        });
    }

    private static void send(RoutingContext routing, byte[] xml) {
        if (!routing.response().ended() && !routing.response().closed()) {
            routing.response().putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).end(Buffer.buffer(xml));
        }
    }

    private byte[] answer(RoutingContext routing, QuarkusHttpUser user, byte[] body) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            identities.setIdentity(user.getSecurityIdentity());
            if (caller.isUnchecked()) {
                return validation.undecided(UNCHECKED, null, new IllegalStateException("The database can't be asked"));
            }
            var carrier = caller.getCarrier();
            return validation.answer(new Asker(carrier.id(), carrier.name(), Channel.BANDWIDTH), body,
                    routing.request().getHeader(HttpHeaders.CONTENT_TYPE), ClientAddress.of(routing.request()));
        } finally {
            context.terminate();
        }
    }
}
