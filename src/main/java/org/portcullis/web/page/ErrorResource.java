package org.portcullis.web.page;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.portcullis.web.http.RawErrors;

/** The page of an error that no resource could answer, and of every address that leads nowhere. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ErrorResource {

    private final RoutingContext routing;

    ErrorResource(RoutingContext routing) {
        this.routing = routing;
    }

    /** Needs no thread: threads may be what is missing. */
    @GET
    @Path("error")
    @NonBlocking
    public Response error() {
        Integer status = routing.get(RawErrors.STATUS);
        throw status == null ? new NotFoundException() : new WebApplicationException(status);
    }

    /** A locator and no method, so that it is the same for every method of HTTP. */
    @Path("{anywhere: .+}")
    public Object nowhere() {
        throw new NotFoundException();
    }
}
