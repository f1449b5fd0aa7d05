package org.portcullis.portout.telnyx;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.portcullis.portout.telnyx.TelnyxEvent.MalformedException;
import org.portcullis.web.http.Body;
import org.portcullis.web.i18n.RequestContext;

/** The endpoint of Telnyx's webhooks. */
@Path(TelnyxResource.PATH)
@Blocking
class TelnyxResource {

    static final String PATH = "/carrier/telnyx";

    private static final int RETRY_AFTER_SECONDS = 5;

    private final WebhookSignature signature;
    private final TelnyxInbox inbox;
    private final RequestContext context;
    private final Clock clock;
    private final RoutingContext routing;

    TelnyxResource(WebhookSignature signature, TelnyxInbox inbox, RequestContext context, Clock clock,
            RoutingContext routing) {
        this.signature = signature;
        this.inbox = inbox;
        this.context = context;
        this.clock = clock;
        this.routing = routing;
    }

    /**
     * Answers 200 to every signed webhook that is finished or ignored, so that Telnyx does not repeat it; 503 to one
     * that has to be sent again.
     */
    @POST
    @Path("webhook")
    @Consumes(MediaType.WILDCARD)
    public Response take(@Context HttpHeaders headers) {
        if (!signature.isOn()) {
            return Response.status(Status.NOT_FOUND).build();
        }
        var timestamp = only(headers, WebhookSignature.TIMESTAMP);
        if (!signature.isOfNow(timestamp)) {
            return refused(Status.UNAUTHORIZED);
        }
        // Not a parameter: a body declared as a form would have been parsed already.
        var body = Body.of(routing).bytes();
        if (!signature.isGenuine(only(headers, WebhookSignature.SIGNATURE), timestamp, body)) {
            return refused(Status.UNAUTHORIZED);
        }
        try {
            var isDone = inbox.take(TelnyxEvent.of(body, clock.instant()), context.getAddress());
            return isDone ? Response.ok().build()
                    : Response.status(Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                            .build();
        } catch (MalformedException e) {
            return refused(Status.BAD_REQUEST);
        }
    }

    private Response refused(Status status) {
        inbox.countRefused();
        return Response.status(status).build();
    }

    /** @return the header's value, or null unless there is exactly one */
    private static String only(HttpHeaders headers, String name) {
        var values = headers.getRequestHeader(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
