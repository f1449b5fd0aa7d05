package org.portcullis.portout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.web.Visit;
import org.portcullis.web.WayBack;

/** All requests for the numbers of one organization. */
@Path(PortOutPaths.REQUESTS)
@RolesAllowed({Role.ADMIN, Role.VIEWER})
@Blocking
@Produces(MediaType.TEXT_HTML)
class PortOutRequestResource {

    private final SignedIn signedIn;
    private final Visit visit;
    private final WayBack wayBack;

    PortOutRequestResource(SignedIn signedIn, Visit visit, WayBack wayBack) {
        this.signedIn = signedIn;
        this.visit = visit;
        this.wayBack = wayBack;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(RequestList list);

        private Templates() {
        }
    }

    @GET
    public Response list(@BeanParam RequestParameters parameters) {
        var person = signedIn.getPerson();
        var query = parameters.toQuery(PortOutPaths.REQUESTS, person.organizationId());
        var list = RequestList.of(query, !person.isAdmin(), visit.getZone());
        wayBack.remember(query.address());
        return Response.status(list.isFailed() ? Status.BAD_REQUEST : Status.OK).entity(Templates.list(list)).build();
    }
}
