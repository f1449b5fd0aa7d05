package org.portcullis.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;

/** For the frame around every page: that what a form asked for was not begun, and when to send it again. */
@Named("limited")
@RequestScoped
public class Limited {

    private final RoutingContext routing;
    private LimitReachedException reached;

    @Inject
    Limited(RoutingContext routing) {
        this.routing = routing;
    }

    /** @param page the form once more with what was typed; the frame around it says why */
    public Response answer(LimitReachedException limit, Supplier<?> page) {
        reached = limit;
        return Response.fromResponse(limit.getResponse()).entity(page.get()).build();
    }

    public boolean isPresent() {
        return reached != null;
    }

    public LimitReachedException.Reason getReason() {
        return reached.reason();
    }

    /** @return after how many seconds the form may be sent again */
    public long getSeconds() {
        return reached.retryAfter().toSeconds();
    }

    /** @return whether files may have been sent, which no page can give back */
    public boolean isOfFiles() {
        var type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
