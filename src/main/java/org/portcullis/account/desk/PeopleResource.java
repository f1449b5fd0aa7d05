package org.portcullis.account.desk;

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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.User;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;

/** The people of the porting desk itself, and new accounts for them. */
@Path(PeopleResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PeopleResource {

    static final String PATH = "/desk/people";

    private final NewUsers newUsers;
    private final RecentSignIn recent;
    private final Flash flash;

    PeopleResource(NewUsers newUsers, RecentSignIn recent, Flash flash) {
        this.newUsers = newUsers;
        this.recent = recent;
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
    public Response form(@BeanParam PersonForm.Typed typed) {
        return form(PersonForm.of(null, typed), recent);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response create(@BeanParam PersonForm.Sent sent) {
        return create(PersonForm.checked(null, sent), newUsers, recent, flash);
    }

    /** Shows the form only after the password was given recently, so that no typed fields are lost. */
    static Response form(PersonForm form, RecentSignIn recent) {
        return recent.isRecent() ? Response.ok(Templates.form(form)).build() : recent.redirect(form.getAddress());
    }

    /** Asks for the password first if it was not given recently; the filled-in form is shown again afterwards. */
    static Response create(PersonForm form, NewUsers newUsers, RecentSignIn recent, Flash flash) {
        return form.isValid() && !recent.isRecent() ? recent.redirect(form.getAddress())
                : answer(newUsers.create(form), flash);
    }

    /** Redirects to the new account, or shows the refused form again. */
    private static Response answer(PersonForm result, Flash flash) {
        if (!result.isValid()) {
            return Response.status(Status.BAD_REQUEST).entity(Templates.form(result)).build();
        }
        flash.leave(EnumSet.of(PersonFlash.CREATED));
        return Redirect.to(PATH + "/" + result.id());
    }
}
