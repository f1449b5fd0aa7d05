package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.portcullis.account.SignInGate.Counts;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.LocalPath;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Signing in. The answer is the same for an unknown account, a closed account and a wrong password. */
@Path(SignInResource.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    static final String PATH = "/sign-in";

    private final SignInGate gate;
    private final PasswordComparison passwords;
    private final DelayedSignIns delays;
    private final KnownDevice device;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;
    private final Limited limited;
    private final RoutingContext routing;

    SignInResource(SignInGate gate, PasswordComparison passwords, DelayedSignIns delays, KnownDevice device,
            Sessions sessions,
            SignedIn signedIn, AuditTrail audit, RequestContext context, Flash flash, Limited limited,
            RoutingContext routing) {
        this.gate = gate;
        this.passwords = passwords;
        this.delays = delays;
        this.device = device;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
        this.limited = limited;
        this.routing = routing;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(SignInForm form);

        private Templates() {
        }
    }

    @GET
    public Response form(@RestQuery String to) {
        if (signedIn.isPresent()) {
            return Redirect.to(LocalPath.of(to));
        }
        return Response.ok(Templates.form(SignInForm.empty(to, flash.take(AccountFlash.class)))).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@RestForm String username, @RestForm String password, @RestForm String to) {
        var form = SignInForm.sent(username, to);
        if (isBlank(username) || isBlank(password)) {
            return refuse(
                    form.with(isBlank(username) ? SignInProblem.USERNAME_MISSING : SignInProblem.PASSWORD_MISSING));
        }
        var known = device.subject(username);
        try (var place = known.map(passwords::placeForKnown)
                .orElseGet(() -> passwords.placeForStranger(context.getAddress()))) {
            return signIn(username, password, form, gate.ofSignIn(username, context.getAddress(), known), place);
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.form(form));
        }
    }

    private Response signIn(String username, String password, SignInForm form, Counts counts, Place place) {
        var wait = gate.enter(counts);
        if (wait.isPresent()) {
            delays.record(() -> known(username), context.getAddress());
            return TryLater.after(wait.get(), Templates.form(form.waiting(wait.get())));
        }
        var account = User.byEmail(username);
        var isRight = place.matches(account, password);
        var session = account.filter(user -> isRight).flatMap(this::begin);
        if (session.isEmpty()) {
            audit.record(AuditEvent.SIGN_IN_FAILED, known(username), context.getAddress());
            gate.failed(counts, account);
            return refuse(form.with(SignInProblem.REFUSED));
        }
        gate.passed(counts);
        device.remember(username);
        Optional.ofNullable(Cookies.get(routing, SessionMechanism.COOKIE)).ifPresent(sessions::end);
        Cookies.set(routing, SessionMechanism.COOKIE, session.get());
        return Redirect.to(form.to());
    }

    private Optional<String> begin(User user) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var token = sessions.start(user);
            token.ifPresent(started -> audit.record(AuditEvent.SIGNED_IN, user.asActor(), context.getAddress()));
            return token;
        });
    }

    private static Actor known(String username) {
        return User.byEmail(username).map(User::asActor).orElse(Actor.UNKNOWN);
    }

    private static Response refuse(SignInForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.form(form)).build();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
