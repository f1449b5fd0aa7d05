package org.portcullis.portout.carrier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.settings.Settings;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Addresses;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * A carrier with the history of its credentials; rotation of a credential, and revocation of one or all, each after a
 * confirmation page.
 */
@Path(CarrierList.PATH + "/{id: [0-9a-f]{8}-[0-9a-f-]{27}}")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class CredentialResource {

    private final Carriers carriers;
    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final Settings settings;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    CredentialResource(Carriers carriers, SignedIn signedIn, RecentSignIn recent, Settings settings,
            RequestContext context, Flash flash, Clock clock) {
        this.carriers = carriers;
        this.signedIn = signedIn;
        this.recent = recent;
        this.settings = settings;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance detail(CarrierPage page, Set<CarrierFlash> flash);

        static native TemplateInstance rotation(CarrierPage page, UUID made, Overlap usual, List<Overlap> overlaps);

        /** @param secret null for all secrets */
        static native TemplateInstance revocation(CarrierPage page, CarrierSecret secret, boolean last, String action);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance detail(@RestPath UUID id) {
        return Templates.detail(page(id), flash.take(CarrierFlash.class));
    }

    @GET
    @Path("rotation")
    public Response chooseOverlap(@RestPath UUID id, @RestQuery String overlap) {
        var page = page(id);
        var chosen = Overlap.byName(overlap).orElse(Overlap.USUAL);
        return recent.isRecent()
                ? Response.ok(Templates.rotation(page, UUID.randomUUID(), chosen, List.of(Overlap.values()))).build()
                : recent.redirect(rotation(page, chosen));
    }

    private static String rotation(CarrierPage page, Overlap chosen) {
        return Addresses.with(page.getPath() + "/rotation", Map.of("overlap", chosen.name()));
    }

    /** The answer itself shows the secret, like the first one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("rotation")
    public Response rotate(@RestPath UUID id, @RestForm UUID made, @RestForm UUID latest, @RestForm String overlap) {
        var page = page(id);
        var carrier = page.carrier();
        if (made == null) {
            throw new BadRequestException();
        }
        var chosen = Overlap.byName(overlap).orElseThrow(BadRequestException::new);
        if (!recent.isRecent()) {
            return recent.redirect(rotation(page, chosen));
        }
        var result = carriers.rotate(id, made, latest, chosen, actor(), context.getAddress());
        return switch (result.done()) {
            case DONE -> Response
                    .ok(CarrierResource.shown(id, carrier.name, carrier.protocol, result.secret(), settings)).build();
            case OVERTAKEN -> done(id, CarrierFlash.OVERTAKEN);
            case BEFORE, NAME_TAKEN -> done(id, CarrierFlash.SHOWN_BEFORE);
        };
    }

    @GET
    @Path("revocation")
    public TemplateInstance confirm(@RestPath UUID id) {
        var page = page(id);
        return Templates.revocation(page, null, true, page.getPath() + "/revocation");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("revocation")
    public Response revoke(@RestPath UUID id) {
        page(id);
        carriers.revoke(id, actor(), context.getAddress());
        return done(id, CarrierFlash.CARRIER_REVOKED);
    }

    @GET
    @Path("secrets/{secret}/revocation")
    public TemplateInstance confirmOne(@RestPath UUID id, @RestPath UUID secret) {
        var page = page(id);
        return Templates.revocation(page, page.secret(secret), !page.isOpenWithout(secret),
                page.getPath() + "/secrets/" + secret + "/revocation");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("secrets/{secret}/revocation")
    public Response revokeOne(@RestPath UUID id, @RestPath UUID secret) {
        page(id).secret(secret);
        carriers.revokeSecret(id, secret, actor(), context.getAddress());
        return done(id, CarrierFlash.SECRET_REVOKED);
    }

    private CarrierPage page(UUID id) {
        return CarrierPage.of(id, clock.instant());
    }

    private Actor actor() {
        return signedIn.getPerson().asActor();
    }

    private Response done(UUID id, CarrierFlash word) {
        flash.leave(EnumSet.of(word));
        return Redirect.to(CarrierList.path(id));
    }
}
