package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.web.Flash;
import org.portcullis.web.Redirect;

/** A person's own account page. */
@Path(AccountResource.PATH)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class AccountResource {

    static final String PATH = "/account";

    private final SignedIn signedIn;
    private final Flash flash;

    AccountResource(SignedIn signedIn, Flash flash) {
        this.signedIn = signedIn;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance profile(ProfileForm form, User user, Set<AccountFlash> flash);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance profile() {
        var user = user();
        return Templates.profile(ProfileForm.of(user), user, flash.take(AccountFlash.class));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestForm String name, @RestForm String language, @RestForm String timeZone) {
        var user = user();
        var form = ProfileForm.checked(name, language, timeZone);
        if (!form.isValid()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(Templates.profile(form, user, Set.of())).build();
        }
        QuarkusTransaction.requiringNew().run(() -> form.applyTo(User.byIdForUpdate(user.id)));
        flash.leave(EnumSet.of(AccountFlash.PROFILE_SAVED));
        return Redirect.to(PATH);
    }

    private User user() {
        return User.byId(signedIn.getPerson().id());
    }
}
