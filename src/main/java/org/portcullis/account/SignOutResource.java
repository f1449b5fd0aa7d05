package org.portcullis.account;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Optional;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Cookies;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;
import org.portcullis.web.i18n.ReturnUrl;

/** Signing out: the session ends on the server, not only in the browser. */
@Path("/sign-out")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignOutResource {

    private final Sessions sessions;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;
    private final ReturnUrl returnUrl;
    private final RoutingContext routing;

    SignOutResource(Sessions sessions, SignedIn signedIn, AuditTrail audit, RequestContext context, Flash flash,
            ReturnUrl returnUrl,
            RoutingContext routing) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
        this.returnUrl = returnUrl;
        this.routing = routing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        Optional.ofNullable(Cookies.get(routing, SessionMechanism.COOKIE)).ifPresent(sessions::end);
        if (signedIn.isPresent()) {
            audit.record(AuditEvent.SIGNED_OUT, signedIn.getPerson().asActor(), context.getAddress());
        }
        Cookies.remove(routing, SessionMechanism.COOKIE);
        returnUrl.forget();
        flash.leave(EnumSet.of(AccountFlash.SIGNED_OUT));
        return Redirect.to(SignInResource.PATH);
    }
}
