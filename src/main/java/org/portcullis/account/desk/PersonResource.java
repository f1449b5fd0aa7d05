package org.portcullis.account.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.PasswordLink;
import org.portcullis.account.People;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.account.User;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Addresses;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * The desk's page of a person's account: role, open or closed, and a new link to choose a password. Actions that grant
 * access require the desk member's own password, unless it was given recently.
 */
@Path("/desk/people/{id: [0-9a-f]{8}-[0-9a-f-]{27}}")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class PersonResource {

    private final People people;
    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    PersonResource(People people, SignedIn signedIn, RecentSignIn recent, RequestContext context, Flash flash,
            Clock clock) {
        this.people = people;
        this.signedIn = signedIn;
        this.recent = recent;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance detail(User user, String role, PasswordLink link, Set<PersonFlash> flash);

        private Templates() {
        }
    }

    /** @param role chosen before the password was asked for again, or null */
    @GET
    public TemplateInstance detail(@RestPath UUID id, @RestQuery String role) {
        var user = found(id);
        return Templates.detail(user, PersonForm.isRole(role) ? role : user.role,
                PasswordLink.of(id, clock.instant()).orElse(null), flash.take(PersonFlash.class));
    }

    /** The page reached by signing in again after one of the page's buttons was pressed. */
    @GET
    @Path("{change: role|activation|password-link}")
    public Response unchanged(@RestPath UUID id) {
        return Redirect.to(path(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("role")
    public Response changeRole(@RestPath UUID id, @RestForm String role) {
        if (found(id).isOfTheDesk() || !PersonForm.isRole(role)) {
            throw new BadRequestException();
        }
        if (!recent.isRecent()) {
            return recent.redirect(Addresses.with(path(id), Map.of("role", role)));
        }
        people.changeRole(id, role, actor(), context.getAddress());
        return done(id, PersonFlash.ROLE_SAVED);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("activation")
    public Response activate(@RestPath UUID id, @RestForm boolean active) {
        found(id);
        if (active && !recent.isRecent()) {
            return recent.redirect(path(id));
        }
        if (active) {
            people.reactivate(id, actor(), context.getAddress());
            return done(id, PersonFlash.REACTIVATED);
        }
        var refusal = people.deactivate(id, actor(), context.getAddress());
        return done(id, refusal.map(PersonFlash::of).orElse(PersonFlash.DEACTIVATED));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("password-link")
    public Response renewLink(@RestPath UUID id) {
        found(id);
        if (!recent.isRecent()) {
            return recent.redirect(path(id));
        }
        return done(id,
                people.renewLink(id, actor(), context.getAddress()) ? PersonFlash.LINK_SENT : PersonFlash.CLOSED);
    }

    private static User found(UUID id) {
        return Optional.ofNullable(User.byId(id)).orElseThrow(NotFoundException::new);
    }

    private Actor actor() {
        return signedIn.getPerson().asActor();
    }

    private Response done(UUID id, PersonFlash word) {
        flash.leave(EnumSet.of(word));
        return Redirect.to(path(id));
    }

    private static String path(UUID id) {
        return PeopleResource.PATH + "/" + id;
    }
}
