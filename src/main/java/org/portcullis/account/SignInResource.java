package org.portcullis.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.audit.AuditTrail;
import org.portcullis.web.Cookies;
import org.portcullis.web.Flash;
import org.portcullis.web.LocalPath;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;

/** Signing in: the same answer whether the account is unknown, closed or the password wrong. */
@Path(SignInResource.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    static final String PATH = "/sign-in";

    private final SignInGate gate;
    private final IdentityProviderManager identities;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final Visit visit;
    private final Flash flash;
    private final RoutingContext routing;

    SignInResource(SignInGate gate, IdentityProviderManager identities, Sessions sessions, SignedIn signedIn,
            AuditTrail audit, Visit visit, Flash flash, RoutingContext routing) {
        this.gate = gate;
        this.identities = identities;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.audit = audit;
        this.visit = visit;
        this.flash = flash;
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
            return refuse(form.with(isBlank(username) ? SignInProblem.USERNAME_MISSING : SignInProblem.PASSWORD_MISSING));
        }
        var wait = gate.enter(username, visit.getAddress());
        if (wait.isPresent()) {
            audit.record(AuditEvent.SIGN_IN_DELAYED, known(username), visit.getAddress());
            return delay(form, wait.get());
        }
        var user = authenticate(username, password);
        var session = user.flatMap(this::begin);
        if (session.isEmpty()) {
            audit.record(AuditEvent.SIGN_IN_FAILED, known(username), visit.getAddress());
            return refuse(form.with(SignInProblem.REFUSED));
        }
        gate.passed(username, visit.getAddress());
        Optional.ofNullable(Cookies.get(routing, SessionMechanism.COOKIE)).ifPresent(sessions::end);
        Cookies.set(routing, SessionMechanism.COOKIE, session.get());
        return Redirect.to(form.to());
    }

    private Optional<User> authenticate(String username, String password) {
        if (User.byEmail(username).isEmpty()) {
            User.takeAsLongAsAPassword(password);
            return Optional.empty();
        }
        var request = new UsernamePasswordAuthenticationRequest(User.normalized(username), new PasswordCredential(password.toCharArray()));
        try {
            var email = identities.authenticateBlocking(request).getPrincipal().getName();
            return User.byEmail(email).filter(user -> user.active);
        } catch (AuthenticationFailedException e) {
            return Optional.empty();
        }
    }

    private Optional<String> begin(User user) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var token = sessions.start(user);
            token.ifPresent(started -> audit.record(AuditEvent.SIGNED_IN, user.asActor(), visit.getAddress()));
            return token;
        });
    }

    private static Actor known(String username) {
        return User.byEmail(username).map(User::asActor).orElse(Actor.UNKNOWN);
    }

    private static Response refuse(SignInForm form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(Templates.form(form)).build();
    }

    private static Response delay(SignInForm form, Duration wait) {
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .entity(Templates.form(form.waiting(wait)))
                .build();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
