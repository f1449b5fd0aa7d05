package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.PasswordComparison.Place;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * Asks a signed-in person for their password again. Wrong ones count as failed attempts; on success the session gets a
 * new token.
 */
@Path(SignInAgainResource.PATH)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignInAgainResource {

    static final String PATH = SignInResource.PATH + "/again";

    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final SignInGate gate;
    private final PasswordComparison passwords;
    private final DelayedSignIns delays;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Limited limited;
    private final RoutingContext routing;

    SignInAgainResource(SignedIn signedIn, RecentSignIn recent, SignInGate gate, PasswordComparison passwords,
            DelayedSignIns delays, Sessions sessions, AuditTrail audit, RequestContext context, Limited limited,
            RoutingContext routing) {
        this.signedIn = signedIn;
        this.recent = recent;
        this.gate = gate;
        this.passwords = passwords;
        this.delays = delays;
        this.sessions = sessions;
        this.audit = audit;
        this.context = context;
        this.limited = limited;
        this.routing = routing;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(SignInAgainForm form);

        private Templates() {
        }
    }

    @GET
    public Response form(@RestQuery String to) {
        return recent.isRecent() ? Redirect.to(LocalPath.of(to))
                : Response.ok(Templates.form(SignInAgainForm.empty(to))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@RestForm String password, @RestForm String to) {
        var form = SignInAgainForm.empty(to);
        if (password == null || password.isBlank()) {
            return refuse(form.with(SignInProblem.PASSWORD_MISSING));
        }
        try (var place = passwords.placeForKnown(signedIn.getPerson().asPersonalCaller())) {
            return signIn(password, form, place);
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(form));
        }
    }

    private Response signIn(String password, SignInAgainForm form, Place place) {
        var person = signedIn.getPerson();
        var counts = SignInGate.ofSession(person.id());
        var wait = gate.enter(counts);
        if (wait.isPresent()) {
            delays.record(person::asActor, context.getAddress());
            return TryLater.after(wait.get(), Templates.form(form.waiting(wait.get())));
        }
        var verified = User.byId(person.id());
        var token = place.matches(Optional.of(verified), password) ? goOn(verified) : Optional.<String>empty();
        if (token.isEmpty()) {
            audit.record(AuditEvent.SIGN_IN_AGAIN_FAILED, person.asActor(), context.getAddress());
            return refuse(form.with(SignInProblem.REFUSED));
        }
        gate.passed(counts);
        Cookies.set(routing, SessionMechanism.COOKIE, token.get());
        return Redirect.to(form.to());
    }

    private Optional<String> goOn(User verified) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var token = sessions.goOn(Cookies.get(routing, SessionMechanism.COOKIE), verified);
            token.ifPresent(next -> audit.record(AuditEvent.SIGNED_IN_AGAIN, verified.asActor(), context.getAddress()));
            return token;
        });
    }

    private static Response refuse(SignInAgainForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.form(form)).build();
    }
}
