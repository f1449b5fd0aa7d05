package org.portcullis.audit.desk;

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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.job.Job;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Verifications of the trail: begun here, and what they found. */
@Path(VerificationResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class VerificationResource {

    static final String PATH = TrailList.PATH + "/verifications";

    /** So that the page follows the work without a script. */
    private static final int SECONDS_TO_NEXT_LOOK = 3;

    private final TrailVerification verification;
    private final SignedIn signedIn;
    private final RequestContext context;
    private final Clock clock;

    VerificationResource(TrailVerification verification, SignedIn signedIn, RequestContext context, Clock clock) {
        this.verification = verification;
        this.signedIn = signedIn;
        this.context = context;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance report(VerificationPage page);

        private Templates() {
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(@RestForm String id) {
        var work = Parameters.uuid(id);
        verification.start(work, signedIn.getPerson(), context.getAddress());
        return Redirect.to(PATH + "/" + work);
    }

    @GET
    @Path("{id}")
    public Response report(@RestPath UUID id) {
        var work = Job.byId(id).filter(found -> found.kind.equals(TrailVerification.Kind.TRAIL_VERIFICATION.name()))
                .orElseThrow(NotFoundException::new);
        var page = VerificationPage.of(work, TrailWords.in(context.getLanguage()), clock.instant());
        var answer = Response.ok(Templates.report(page));
        return (page.isRunning() ? answer.header("Refresh", SECONDS_TO_NEXT_LOOK) : answer).build();
    }
}
