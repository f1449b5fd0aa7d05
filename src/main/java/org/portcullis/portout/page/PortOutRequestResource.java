package org.portcullis.portout.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.portout.PortOutPaths;
import org.portcullis.web.i18n.RequestContext;
import org.portcullis.web.i18n.ReturnUrl;

/** All requests for the numbers of one organization. */
@Path(PortOutPaths.REQUESTS)
@RolesAllowed({Role.ADMIN, Role.VIEWER})
@Blocking
@Produces(MediaType.TEXT_HTML)
class PortOutRequestResource {

    private final SignedIn signedIn;
    private final RequestContext context;
    private final ReturnUrl returnUrl;

    PortOutRequestResource(SignedIn signedIn, RequestContext context, ReturnUrl returnUrl) {
        this.signedIn = signedIn;
        this.context = context;
        this.returnUrl = returnUrl;
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
        var list = RequestList.of(query, !person.isAdmin(), context.getZone());
        returnUrl.remember(query.address());
        return Response.status(list.isFailed() ? Status.BAD_REQUEST : Status.OK).entity(Templates.list(list)).build();
    }
}
