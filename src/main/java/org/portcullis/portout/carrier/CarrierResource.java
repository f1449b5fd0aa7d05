package org.portcullis.portout.carrier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.settings.Settings;
import org.portcullis.settings.SiteUrl;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The list of carriers, and the form of a new one with its first credential. */
@Path(CarrierList.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class CarrierResource {

    private final Carriers carriers;
    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final Settings settings;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    CarrierResource(Carriers carriers, SignedIn signedIn, RecentSignIn recent, Settings settings,
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

        static native TemplateInstance list(CarrierList list);

        static native TemplateInstance form(CarrierForm form);

        static native TemplateInstance made(UUID id, String name, Protocol protocol, NewSecret secret, String address);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(CarrierList.of(clock.instant()));
    }

    @GET
    @Path("new")
    public Response form(@RestQuery String name, @RestQuery String protocol) {
        var form = CarrierForm.of(name, protocol);
        return recent.isRecent() ? Response.ok(Templates.form(form)).build() : recent.redirect(form.getAddress());
    }

    /**
     * The answer itself shows the secret, which is stored nowhere else: not in an address, a cookie or the database.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response create(@BeanParam CarrierForm.Sent sent) {
        var form = CarrierForm.checked(sent);
        if (!form.isValid()) {
            return refuse(form);
        }
        if (!recent.isRecent()) {
            return recent.redirect(form.getAddress());
        }
        var made = carriers.create(form.id(), form.name(), form.protocol(), signedIn.getPerson().asActor(),
                context.getAddress());
        return switch (made.done()) {
            case DONE -> Response.ok(shown(form.id(), form.name(), form.protocol(), made.secret(), settings)).build();
            case NAME_TAKEN -> refuse(form.withTakenName());
            case BEFORE, OVERTAKEN -> {
                flash.leave(EnumSet.of(CarrierFlash.SHOWN_BEFORE));
                yield Redirect.to(CarrierList.path(form.id()));
            }
        };
    }

    static TemplateInstance shown(UUID id, String name, Protocol protocol, NewSecret secret, Settings settings) {
        return Templates.made(id, name, protocol, secret, SiteUrl.of(settings, protocol.getEntrance()));
    }

    private static Response refuse(CarrierForm form) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.form(form)).build();
    }
}
