package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.account.PasswordComparison.Place;
import org.portcullis.account.PasswordForm.CurrentProblem;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * Changing one's own password. The current one is required, wrong ones count as failed attempts, and every other
 * session ends.
 */
@Path("/account/password")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class PasswordResource {

    private final SignedIn signedIn;
    private final PasswordPolicy passwords;
    private final SignInGate gate;
    private final PasswordComparison comparison;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Event<PasswordChanged> passwordChanged;
    private final RequestContext context;
    private final Flash flash;
    private final Limited limited;
    private final RoutingContext routing;

    PasswordResource(SignedIn signedIn, PasswordPolicy passwords, SignInGate gate, PasswordComparison comparison,
            Sessions sessions, AuditTrail audit, Event<PasswordChanged> passwordChanged, RequestContext context,
            Flash flash,
            Limited limited, RoutingContext routing) {
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.gate = gate;
        this.comparison = comparison;
        this.sessions = sessions;
        this.audit = audit;
        this.passwordChanged = passwordChanged;
        this.context = context;
        this.flash = flash;
        this.limited = limited;
        this.routing = routing;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(PasswordForm form);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance form() {
        return Templates.form(PasswordForm.EMPTY);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String current, @RestForm String password) {
        var person = signedIn.getPerson();
        var problem = passwords.problem(password, person.name(), person.email()).orElse(null);
        if (problem != null || current == null || current.isEmpty()) {
            return refuse(
                    new PasswordForm(current == null || current.isEmpty() ? CurrentProblem.MISSING : null, 0, problem));
        }
        try (var place = comparison.placeForKnown(person.asPersonalCaller())) {
            return change(person, current, password, place);
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(PasswordForm.EMPTY));
        }
    }

    private Response change(Person person, String current, String password, Place place) {
        var counts = SignInGate.ofSession(person.id());
        var wait = gate.enter(counts);
        if (wait.isPresent()) {
            return TryLater.after(wait.get(), Templates.form(PasswordForm.waiting(wait.get())));
        }
        var verified = User.byId(person.id());
        var token = place.matches(Optional.of(verified), current)
                ? replace(verified, User.hashOf(password))
                : Optional.<String>empty();
        if (token.isEmpty()) {
            audit.record(AuditEvent.PASSWORD_CHANGE_FAILED, person.asActor(), context.getAddress());
            return refuse(PasswordForm.refused(CurrentProblem.WRONG));
        }
        gate.passed(counts);
        Cookies.set(routing, SessionMechanism.COOKIE, token.get());
        flash.leave(EnumSet.of(AccountFlash.PASSWORD_CHANGED));
        return Redirect.to(AccountResource.PATH);
    }

    /**
     * @return the token of a new session; empty if the password was changed by another request since it was compared
     */
    private Optional<String> replace(User verified, String newHash) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var user = User.byIdForUpdate(verified.id);
            if (!user.isAsVerified(verified)) {
                return Optional.empty();
            }
            user.changePassword(newHash);
            UserSession.endAllOf(user.id);
            audit.record(AuditEvent.PASSWORD_CHANGED, user.asActor(), context.getAddress());
            passwordChanged.fire(new PasswordChanged(user));
            return sessions.start(user);
        });
    }

    private static Response refuse(PasswordForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.form(form)).build();
    }
}
