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
import org.portcullis.web.Cookies;
import org.portcullis.web.Flash;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;
import org.portcullis.web.WayBack;

/** Signing out: the session ends on the server, not only in the browser. */
@Path("/sign-out")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SignOutResource {

    private final Sessions sessions;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final Visit visit;
    private final Flash flash;
    private final WayBack wayBack;
    private final RoutingContext routing;

    SignOutResource(Sessions sessions, SignedIn signedIn, AuditTrail audit, Visit visit, Flash flash, WayBack wayBack,
            RoutingContext routing) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.audit = audit;
        this.visit = visit;
        this.flash = flash;
        this.wayBack = wayBack;
        this.routing = routing;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        Optional.ofNullable(Cookies.get(routing, SessionMechanism.COOKIE)).ifPresent(sessions::end);
        if (signedIn.isPresent()) {
            audit.record(AuditEvent.SIGNED_OUT, signedIn.getPerson().asActor(), visit.getAddress());
        }
        Cookies.remove(routing, SessionMechanism.COOKIE);
        wayBack.forget();
        flash.leave(EnumSet.of(AccountFlash.SIGNED_OUT));
        return Redirect.to(SignInResource.PATH);
    }
}
