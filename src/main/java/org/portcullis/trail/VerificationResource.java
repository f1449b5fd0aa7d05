package org.portcullis.trail;

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
import org.portcullis.web.Parameters;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;
import org.portcullis.work.Work;

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
    private final Visit visit;
    private final Clock clock;

    VerificationResource(TrailVerification verification, SignedIn signedIn, Visit visit, Clock clock) {
        this.verification = verification;
        this.signedIn = signedIn;
        this.visit = visit;
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
        verification.start(work, signedIn.getPerson(), visit.getAddress());
        return Redirect.to(PATH + "/" + work);
    }

    @GET
    @Path("{id}")
    public Response report(@RestPath UUID id) {
        var work = Work.byId(id).filter(found -> found.kind.equals(TrailVerification.Kind.TRAIL_VERIFICATION.name()))
                .orElseThrow(NotFoundException::new);
        var page = VerificationPage.of(work, TrailWords.in(visit.getLanguage()), clock.instant());
        var answer = Response.ok(Templates.report(page));
        return (page.isRunning() ? answer.header("Refresh", SECONDS_TO_NEXT_LOOK) : answer).build();
    }
}
