package org.portcullis.portout.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.portout.Guesses;
import org.portcullis.portout.PortOutPaths;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.portout.page.RequestList;
import org.portcullis.portout.page.RequestPage;
import org.portcullis.portout.page.RequestParameters;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.i18n.RequestContext;
import org.portcullis.web.i18n.ReturnUrl;

/** All requests over all organizations, including those for numbers that belong to no organization. */
@Path(DeskRequestResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DeskRequestResource {

    static final String PATH = PortOutPaths.DESK_REQUESTS;

    private final Guesses guesses;
    private final RequestContext context;
    private final ReturnUrl returnUrl;
    private final Flash flash;
    private final Clock clock;

    DeskRequestResource(Guesses guesses, RequestContext context, ReturnUrl returnUrl, Flash flash, Clock clock) {
        this.guesses = guesses;
        this.context = context;
        this.returnUrl = returnUrl;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(RequestList list, List<LiftableGuessing> guessing,
                Set<DeskRequestFlash> flash);

        static native TemplateInstance detail(RequestPage page, List<LiftableGuessing> guessing);

        private Templates() {
        }
    }

    @GET
    public Response list(@BeanParam RequestParameters parameters) {
        var query = parameters.toQuery(PATH);
        var list = RequestList.of(query, false, context.getZone());
        returnUrl.remember(query.address());
        var guessing = guesses.underWay().stream().map(LiftableGuessing::new).toList();
        return Response.status(list.isFailed() ? Status.BAD_REQUEST : Status.OK)
                .entity(Templates.list(list, guessing, flash.take(DeskRequestFlash.class))).build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance detail(@RestPath UUID id, @RestQuery String numbers) {
        var request = PortOutRequest.byId(id).orElseThrow(NotFoundException::new);
        var guessing = request.organizationId == null ? List.<LiftableGuessing>of()
                : guesses.of(request.organizationId).stream().map(LiftableGuessing::new).toList();
        return Templates.detail(RequestPage.of(request, false, Parameters.page(numbers), clock.instant()), guessing);
    }
}
