package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * The page for creating the porting desk's first account, behind the logged one-time link; without a valid link it is
 * not found.
 */
@Path(SetUpResource.PATH + "{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SetUpResource {

    static final String PATH = "/set-up/";

    private final FirstStart firstStart;
    private final PasswordPolicy passwords;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    SetUpResource(FirstStart firstStart, PasswordPolicy passwords, AuditTrail audit, RequestContext context,
            Flash flash, Clock clock) {
        this.firstStart = firstStart;
        this.passwords = passwords;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(SetUpForm form, String action);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance form(@RestPath String token) {
        requireLive(token);
        return Templates.form(SetUpForm.empty(), PATH + token);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestPath String token, @RestForm String name, @RestForm String email,
            @RestForm String password) {
        requireLive(token);
        var form = SetUpForm.checked(name, email, password, passwords);
        if (!form.isValid()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(Templates.form(form, PATH + token)).build();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (!SetUpLink.use(firstStart.digest(token), clock.instant()) || User.existAny()) {
                throw new NotFoundException();
            }
            var user = User.create(form.email(), form.name(), Role.DESK, null, password, clock.instant());
            user.language = context.getLanguage().toLanguageTag();
            audit.record(AuditEvent.FIRST_ACCOUNT_CREATED, user.asActor(), context.getAddress());
        });
        flash.leave(EnumSet.of(AccountFlash.FIRST_ACCOUNT_CREATED));
        return Redirect.to(SignInResource.PATH);
    }

    private void requireLive(String token) {
        if (!SetUpLink.exists(firstStart.digest(token), clock.instant()) || User.existAny()) {
            throw new NotFoundException();
        }
    }
}
