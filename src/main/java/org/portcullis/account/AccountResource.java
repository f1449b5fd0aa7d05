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
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** A person's own account page. */
@Path(AccountResource.PATH)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class AccountResource {

    static final String PATH = "/account";

    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;

    AccountResource(SignedIn signedIn, AuditTrail audit, RequestContext context, Flash flash) {
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
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
        QuarkusTransaction.requiringNew().run(() -> apply(form, User.byIdForUpdate(user.id)));
        flash.leave(EnumSet.of(AccountFlash.PROFILE_SAVED));
        return Redirect.to(PATH);
    }

    private void apply(ProfileForm form, User user) {
        var before = user.name;
        form.applyTo(user);
        if (!user.name.equals(before)) {
            // From here on, audit entries carry a different name from earlier ones.
            audit.record(AuditEvent.ACCOUNT_RENAMED, user.asActor(),
                    new Subject(user.id, user.email, user.asActor().organizationId()),
                    before + " → " + user.name, context.getAddress());
        }
    }

    private User user() {
        return User.byId(signedIn.getPerson().id());
    }
}
