package org.portcullis.audit.desk;

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
import java.util.UUID;
import org.portcullis.account.Role;
import org.portcullis.web.i18n.RequestContext;

/** The audit trail: what happened, newest first. */
@Path(TrailList.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class TrailResource {

    private final RequestContext context;

    TrailResource(RequestContext context) {
        this.context = context;
    }

    @CheckedTemplate
    static class Templates {

        /** @param verification the id of the verification that the page's button would start */
        static native TemplateInstance list(TrailList list, UUID verification);

        private Templates() {
        }
    }

    @GET
    public Response list(@BeanParam TrailParameters parameters) {
        var list = TrailList.of(parameters.toQuery(), TrailWords.in(context.getLanguage()), context.getZone());
        return Response.status(list.isFailed() ? Status.BAD_REQUEST : Status.OK)
                .entity(Templates.list(list, UUID.randomUUID())).build();
    }
}
