package org.portcullis.portout.desk;

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
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.portout.Guesses;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Lifts the limit on PIN attempts for an organization or a carrier. */
@Path(GuessingResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class GuessingResource {

    static final String PATH = DeskRequestResource.PATH + "/guessing";

    private final SignedIn signedIn;
    private final Guesses guesses;
    private final RequestContext context;
    private final Flash flash;

    GuessingResource(SignedIn signedIn, Guesses guesses, RequestContext context, Flash flash) {
        this.signedIn = signedIn;
        this.guesses = guesses;
        this.context = context;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance lift(LiftableGuessing guessing);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance ask(@RestQuery String subject) {
        return Templates.lift(new LiftableGuessing(guesses.bySubject(subject).orElseThrow(NotFoundException::new)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@RestForm String subject) {
        var isLifted = guesses.lift(subject, signedIn.getPerson().asActor(), context.getAddress());
        flash.leave(EnumSet.of(isLifted ? DeskRequestFlash.LIFTED : DeskRequestFlash.NOTHING_TO_LIFT));
        return Redirect.to(DeskRequestResource.PATH);
    }
}
