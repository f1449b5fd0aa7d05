package org.portcullis.order.list;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.portcullis.account.SignedIn;
import org.portcullis.order.OrderPaths;
import org.portcullis.web.http.Redirect;

/** The start page redirects to the port orders page, or for the porting desk to its queue. */
@Path("/")
class StartResource {

    private static final String QUEUE = "/desk";

    private final SignedIn signedIn;

    StartResource(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @GET
    public Response start() {
        return Redirect.to(signedIn.getPerson().isDesk() ? QUEUE : OrderPaths.LIST);
    }
}
