package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The page that a one-time link opens: its reader chooses a password, once. An expired link explains what to do. */
@Path(PasswordLinkResource.PATH + "{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PasswordLinkResource {

    static final String PATH = "/password/";

    private final PasswordLinks links;
    private final PasswordPolicy passwords;
    private final AuditTrail audit;
    private final Event<PasswordChanged> passwordChanged;
    private final RequestContext context;
    private final Flash flash;
    private final Limits limits;
    private final Limited limited;

    PasswordLinkResource(PasswordLinks links, PasswordPolicy passwords, AuditTrail audit,
            Event<PasswordChanged> passwordChanged,
            RequestContext context, Flash flash, Limits limits, Limited limited) {
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
        this.passwordChanged = passwordChanged;
        this.context = context;
        this.flash = flash;
        this.limits = limits;
        this.limited = limited;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(PasswordLinkForm form, String action);

        static native TemplateInstance dead();

        private Templates() {
        }
    }

    @GET
    public Response form(@RestPath String token) {
        return links.reader(token)
                .map(reader -> page(Status.OK, token, new PasswordLinkForm(reader.email, null)))
                .orElseGet(PasswordLinkResource::dead);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@RestPath String token, @RestForm String password) {
        var reader = links.reader(token);
        if (reader.isEmpty()) {
            return dead();
        }
        var form = new PasswordLinkForm(reader.get().email,
                passwords.problem(password, reader.get().name, reader.get().email).orElse(null));
        if (form.isFailed()) {
            return page(Status.BAD_REQUEST, token, form);
        }
        String hash;
        try {
            hash = limits.within(CostlyWork.PASSWORD, "link:" + reader.get().id, () -> User.hashOf(password));
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(form, PATH + token));
        }
        if (!QuarkusTransaction.requiringNew().call(() -> use(token, reader.get(), hash))) {
            return dead();
        }
        flash.leave(EnumSet.of(AccountFlash.PASSWORD_CHOSEN));
        return Redirect.to(SignInResource.PATH);
    }

    private boolean use(String token, User reader, String newHash) {
        var user = User.byIdForUpdate(reader.id);
        if (!user.active || !links.use(token)) {
            return false;
        }
        var isFirst = !user.hasChosenPassword();
        user.changePassword(newHash);
        UserSession.endAllOf(user.id);
        audit.record(AuditEvent.PASSWORD_LINK_USED, user.asActor(), context.getAddress());
        if (!isFirst) {
            passwordChanged.fire(new PasswordChanged(user));
        }
        return true;
    }

    private static Response page(Status status, String token, PasswordLinkForm form) {
        return Response.status(status).entity(Templates.form(form, PATH + token)).build();
    }

    private static Response dead() {
        return Response.status(Status.NOT_FOUND).entity(Templates.dead()).build();
    }
}
