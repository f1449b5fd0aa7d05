package org.portcullis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumSet;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.web.Flash;
import org.portcullis.web.Redirect;

/** The people of the porting desk itself, and new accounts for them. */
@Path(PeopleResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PeopleResource {

    static final String PATH = "/desk/people";

    private final Newcomers newcomers;
    private final Flash flash;

    PeopleResource(Newcomers newcomers, Flash flash) {
        this.newcomers = newcomers;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(PeopleList list);

        static native TemplateInstance form(PersonForm form);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(new PeopleList(null, User.ofTheDesk()));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return Templates.form(PersonForm.empty(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response create(@BeanParam PersonForm.Sent sent) {
        return answer(newcomers.create(PersonForm.checked(null, sent)), flash);
    }

    /** To the new account, or back to the form that was refused. */
    static Response answer(PersonForm result, Flash flash) {
        if (!result.isValid()) {
            return Response.status(Status.BAD_REQUEST).entity(Templates.form(result)).build();
        }
        flash.leave(EnumSet.of(PersonFlash.CREATED));
        return Redirect.to(PATH + "/" + result.id());
    }
}
