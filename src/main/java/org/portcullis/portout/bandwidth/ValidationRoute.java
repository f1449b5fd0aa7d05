package org.portcullis.portout.bandwidth;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.limit.Permit;
import org.portcullis.portout.CarrierRestrictedException;
import org.portcullis.portout.RequestFault;
import org.portcullis.portout.carrier.Caller;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.OverfullException;
import org.portcullis.web.http.Bodies;
import org.portcullis.web.http.Body;
import org.portcullis.web.http.ClientAddress;
import org.portcullis.web.http.RareLog;
import org.portcullis.web.http.RequestKind;
import org.portcullis.web.http.RequestThreads;
import org.portcullis.web.http.UnreadBodyException.Reason;
import org.portcullis.web.http.UnreadBodyException;

/**
 * The address that the platform posts to, with everything below it and misspellings of it. It is a filter after the
 * credential check and not a resource: a resource would answer a wrong method, media type, length or body with 400,
 * 404, 405, 406, 413 or 415, which the platform takes for an approval. The filter answers every request with a
 * credential by the protocol.
 */
@Singleton
class ValidationRoute {

    private static final String ROOT = "/carrier/bandwidth";
    private static final String PATH = ROOT + "/port-out-validation";
    static final String MEDIA_TYPE = "application/xml;charset=UTF-8";

    private static final Logger LOG = Logger.getLogger(ValidationRoute.class);
    private static final RareLog RARELY = new RareLog(LOG);
    /** Runs right after authentication (200) and authorization (100). */
    private static final int BEHIND_CREDENTIALS = 50;
    private static final int LONGEST_BODY = 1 << 20;
    /** In bytes: how much of a body is read in order to refuse it; some thousand numbers. */
    private static final int LONGEST_UNPLACED = 64 << 10;
    private static final String UNCHECKED = "a carrier whose credential could not be checked";
    private static final String UNDECIDED = "a carrier";

    private final Validation validation;
    private final Bodies bodies;
    private final RequestThreads threads;
    private final Limits limits;
    private final Caller caller;
    private final CurrentIdentityAssociation identities;

    ValidationRoute(Validation validation, Bodies bodies, RequestThreads threads, Limits limits, Caller caller,
            CurrentIdentityAssociation identities) {
        this.validation = validation;
        this.bodies = bodies;
        this.threads = threads;
        this.limits = limits;
        this.caller = caller;
        this.identities = identities;
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (!isBelow(routing.normalizedPath())) {
                routing.next();
            } else if (isEntrance(routing)) {
                receive(routing);
            } else {
                refuse(routing);
            }
        }, BEHIND_CREDENTIALS);
    }

    /** @param path normalized */
    static boolean isBelow(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    private static boolean isEntrance(RoutingContext routing) {
        var path = routing.normalizedPath();
        return routing.request().method().equals(HttpMethod.POST) && (path.equals(PATH) || path.equals(PATH + "/"));
    }

    /** A platform with a wrong address or method also takes silence for an approval. */
    private void refuse(RoutingContext routing) {
        if (!routing.response().ended()) {
            Bodies.discard(routing);
            answer(routing, asker -> validation.malformed(asker, null, RequestFault.WRONG_ADDRESS, null));
        }
    }

    private void receive(RoutingContext routing) {
        if (routing.response().ended()) {
            return;
        }
        var permit = new AtomicReference<>(new Permit(() -> {}));
        bodies.read(routing, RequestKind.BANDWIDTH, LONGEST_BODY, () -> turn(routing).onSuccess(permit::set))
                .onComplete(read -> {
                    if (read.succeeded()) {
                        decide(routing, read.result(), permit.get());
                        return;
                    }
                    permit.get().close();
                    if (read.cause() instanceof UnreadBodyException unread) {
                        refuse(routing, unread.reason());
                    } else {
                        refuseLimited(routing, Body.of(routing), read.cause());
                    }
                });
    }

    /**
     * Keeps one carrier from taking all threads: each waits for its turn. A caller without a known credential needs no
     * turn, since it is refused without any check.
     */
    private Future<Permit> turn(RoutingContext routing) {
        var carrier = Caller.in(((QuarkusHttpUser) routing.user()).getSecurityIdentity());
        return carrier == null ? Future.succeededFuture(new Permit(() -> {}))
                : limits.await(CostlyWork.VERDICT, carrier.asCaller(), routing.vertx());
    }

    /** A long body is not read, to save memory. */
    private void refuseLimited(RoutingContext routing, Body body, Throwable limit) {
        var read = body.length() > LONGEST_UNPLACED ? Body.NONE : body;
        answer(routing, asker -> validation.refuseLimited(asker, read.bytes(), contentType(routing),
                Exchange.of(routing), limit));
    }

    private void decide(RoutingContext routing, Body body, Permit permit) {
        answer(routing,
                asker -> validation.answer(asker, body.bytes(), contentType(routing), ClientAddress.of(routing),
                        Exchange.of(routing)))
                .onComplete(end -> permit.close());
    }

    private static String contentType(RoutingContext routing) {
        return routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
    }

    private void refuse(RoutingContext routing, Reason reason) {
        switch (reason) {
            case TOO_LARGE -> answer(routing, asker -> validation.malformed(asker, null, RequestFault.TOO_LONG, null));
            case TOO_SLOW ->
                sendUndecided(routing, validation, UNDECIDED, new TimeoutException("The request came too slowly"));
            case BUSY -> sendUndecided(routing, validation, UNDECIDED,
                    new OverfullException("There is no room for the request"));
            case BROKEN_OFF -> LOG.debug("A request was broken off");
            default -> throw new IllegalStateException(reason.name());
        }
    }

    private Future<byte[]> answer(RoutingContext routing, Function<RequestingCarrier, byte[]> answer) {
        var user = (QuarkusHttpUser) routing.user();
        var context = routing.vertx().getOrCreateContext();
        return threads.run(RequestKind.BANDWIDTH, Body.of(routing).held(() -> asCarrier(routing, user, answer)))
                .onSuccess(xml -> Exchange.of(routing).due()
                        .thenRun(() -> context.runOnContext(due -> send(routing, xml))))
                .onFailure(failure -> sendUndecided(routing, validation, UNDECIDED, failure));
    }

    /** While the portal stops, texts and counters may be gone already; the refusal must be sent all the same. */
    static void sendUndecided(RoutingContext routing, Validation validation, String carrier, Throwable cause) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        byte[] xml;
        try {
            xml = validation.undecided(carrier, Exchange.of(routing).request(), cause);
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "uncounted", null,
                    "Refused a port-out request undecided; it could not be counted: " + e.getMessage());
            xml = Validation.unread();
        }
        send(routing, xml);
    }

    /** Only the first answer is sent. */
    static void send(RoutingContext routing, byte[] xml) {
        if (!routing.response().ended() && !routing.response().closed()) {
            routing.response().putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).end(Buffer.buffer(xml));
        }
    }

    private byte[] asCarrier(RoutingContext routing, QuarkusHttpUser user, Function<RequestingCarrier, byte[]> answer) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            identities.setIdentity(user.getSecurityIdentity());
            if (caller.isUnchecked()) {
                return unadmitted(routing, UNCHECKED, new IllegalStateException("The database can't be asked"));
            }
            if (caller.getKeptOut().isPresent()) {
                return unadmitted(routing, caller.getKeptOut().get().name(), new CarrierRestrictedException());
            }
            var carrier = caller.getCarrier();
            return answer.apply(new RequestingCarrier(carrier.id(), carrier.name(), PortOutChannel.BANDWIDTH));
        } finally {
            context.terminate();
        }
    }

    /**
     * Makes no look-ups; it repeats the numbers of the request, without which the platform may take a refusal for an
     * approval.
     */
    private byte[] unadmitted(RoutingContext routing, String carrier, RuntimeException cause) {
        return validation.unadmitted(carrier, Body.of(routing).bytes(),
                routing.request().getHeader(HttpHeaders.CONTENT_TYPE),
                Exchange.of(routing), cause);
    }
}
