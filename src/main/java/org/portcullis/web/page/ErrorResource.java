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

/** The page of an error that happened before a resource was reached, and of every unknown address. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ErrorResource {

    private final RoutingContext routing;

    ErrorResource(RoutingContext routing) {
        this.routing = routing;
    }

    /** Runs on the event loop: a lack of threads may be the error that it reports. */
    @GET
    @Path("error")
    @NonBlocking
    public Response error() {
        Integer status = routing.get(RawErrors.STATUS);
        throw status == null ? new NotFoundException() : new WebApplicationException(status);
    }

    /** A sub-resource locator instead of a method, so that it covers every HTTP method. */
    @Path("{anywhere: .+}")
    public Object nowhere() {
        throw new NotFoundException();
    }
}
