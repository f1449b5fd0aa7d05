package org.portcullis.portorder;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.portcullis.web.Redirect;

/** The start page is the port orders page: it is what people come for. */
@Path("/")
class StartResource {

    @GET
    public Response start() {
        return Redirect.to(PortOrderResource.PATH);
    }
}
