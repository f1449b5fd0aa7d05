package org.portcullis.portout.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.portout.AdminApproval.Result;
import org.portcullis.portout.AdminApproval;
import org.portcullis.portout.PortOutPaths;
import org.portcullis.portout.PortOutRequest;
import org.portcullis.settings.Settings;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The page of one request, and the admin's approval. */
@Path(PortOutPaths.REQUESTS + "/{id}")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class RequestResource {

    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final AdminApproval approval;
    private final Settings settings;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    RequestResource(SignedIn signedIn, RecentSignIn recent, AdminApproval approval, Settings settings,
            RequestContext context, Flash flash, Clock clock) {
        this.signedIn = signedIn;
        this.recent = recent;
        this.approval = approval;
        this.settings = settings;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance detail(RequestPage page, Settings.Silence silence, Set<RequestFlash> flash);

        static native TemplateInstance notUs(RequestPage page);

        private Templates() {
        }
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.VIEWER})
    public TemplateInstance detail(@RestPath UUID id, @RestQuery String numbers) {
        return Templates.detail(page(id, numbers), settings.portOut().silence(), flash.take(RequestFlash.class));
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@RestPath UUID id) {
        var isAnsweredLater = found(id).isAnsweredLater();
        if (!recent.isRecent()) {
            return recent.redirect(address(id));
        }
        return say(id, approval.approve(signedIn.getPerson(), id, context.getAddress()),
                isAnsweredLater ? RequestFlash.APPROVED : RequestFlash.APPROVED_ONCE_ASKED);
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response refuse(@RestPath UUID id) {
        return say(id, approval.refuse(signedIn.getPerson(), id, context.getAddress()), RequestFlash.REFUSED);
    }

    /** Target after a repeated sign-in that interrupted the admin's approval. */
    @GET
    @Path("{word: approval|refusal}")
    public Response again(@RestPath UUID id) {
        return Redirect.to(address(id));
    }

    @GET
    @Path("not-us")
    public Response askWhetherNotUs(@RestPath UUID id) {
        var page = page(id, null);
        return page.request().notUsAt != null ? Redirect.to(address(id)) : Response.ok(Templates.notUs(page)).build();
    }

    @POST
    @Path("not-us")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response notUs(@RestPath UUID id) {
        approval.notUs(signedIn.getPerson(), id, context.getAddress());
        flash.leave(EnumSet.of(RequestFlash.NOT_US));
        return Redirect.to(address(id));
    }

    private Response say(UUID id, Result result, RequestFlash done) {
        flash.leave(EnumSet.of(switch (result) {
            case DONE -> done;
            case TOO_LATE -> RequestFlash.TOO_LATE;
            case IN_THE_WAY -> RequestFlash.IN_THE_WAY;
        }));
        return Redirect.to(address(id));
    }

    private RequestPage page(UUID id, String numbers) {
        return RequestPage.of(found(id), !signedIn.getPerson().isAdmin(), Parameters.page(numbers), clock.instant());
    }

    private PortOutRequest found(UUID id) {
        return PortOutRequest.ofOrganization(id, signedIn.getPerson().organizationId())
                .orElseThrow(NotFoundException::new);
    }

    private static String address(UUID id) {
        return PortOutPaths.REQUESTS + "/" + id;
    }
}
