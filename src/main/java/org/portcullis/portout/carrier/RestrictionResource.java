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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** A carrier's restrictions: address ranges and client certificates. */
@Path(CarrierList.PATH + "/{id: [0-9a-f]{8}-[0-9a-f-]{27}}")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class RestrictionResource {

    private static final String RESTRICTION = "/restriction";
    private static final String NEW_CERTIFICATE = "/certificates/new";

    private final Restrictions restrictions;
    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    RestrictionResource(Restrictions restrictions, SignedIn signedIn, RecentSignIn recent, RequestContext context,
            Flash flash, Clock clock) {
        this.restrictions = restrictions;
        this.signedIn = signedIn;
        this.recent = recent;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(CarrierPage page, RestrictionForm form);

        static native TemplateInstance certificate(CarrierPage page, CertificateForm form);

        /** @param last whether the carrier can't ask without that certificate */
        static native TemplateInstance removal(CarrierPage page, CarrierCertificate certificate, boolean last);

        private Templates() {
        }
    }

    @GET
    @Path("restriction")
    public Response form(@RestPath UUID id, @RestQuery String ranges, @RestQuery String proof) {
        var page = page(id);
        var form = RestrictionForm.of(page.carrier(), ranges, proof);
        return recent.isRecent() ? Response.ok(Templates.form(page, form)).build()
                : recent.redirect(form.getAddress(page.getPath() + RESTRICTION));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("restriction")
    public Response restrict(@RestPath UUID id, @BeanParam RestrictionForm.Sent sent) {
        var page = page(id);
        var form = RestrictionForm.checked(sent, !page.certificates().isEmpty());
        if (form.isFailed()) {
            return refuse(page, form);
        }
        if (!recent.isRecent()) {
            return recent.redirect(form.getAddress(page.getPath() + RESTRICTION));
        }
        return switch (restrictions.restrict(id, form, actor(), context.getAddress())) {
            case DONE -> done(id, CarrierFlash.RESTRICTED);
            case OVERTAKEN -> {
                var now = page(id);
                yield refuse(now, form.overtaken(now.carrier().revision));
            }
            default -> refuse(page, RestrictionForm.checked(sent, false));
        };
    }

    private static Response refuse(CarrierPage page, RestrictionForm form) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.form(page, form)).build();
    }

    @GET
    @Path("certificates/new")
    public Response certificate(@RestPath UUID id, @RestQuery String certificate) {
        var page = page(id);
        var form = CertificateForm.of(certificate);
        return recent.isRecent() ? Response.ok(Templates.certificate(page, form)).build()
                : recent.redirect(form.getAddress(page.getPath() + NEW_CERTIFICATE));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("certificates/new")
    public Response register(@RestPath UUID id, @RestForm UUID made, @RestForm String certificate) {
        var page = page(id);
        var form = CertificateForm.checked(made, certificate, clock.instant());
        if (form.isFailed()) {
            return refuse(page, form);
        }
        if (!recent.isRecent()) {
            return recent.redirect(form.getAddress(page.getPath() + NEW_CERTIFICATE));
        }
        return switch (restrictions.register(id, form, actor(), context.getAddress())) {
            case DONE, BEFORE -> done(id, CarrierFlash.CERTIFICATE_REGISTERED);
            case TAKEN -> refuse(page, form.with(CarrierProblem.CERTIFICATE_TAKEN));
            default -> refuse(page, form.with(CarrierProblem.CERTIFICATES_TOO_MANY));
        };
    }

    private static Response refuse(CarrierPage page, CertificateForm form) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.certificate(page, form)).build();
    }

    @GET
    @Path("certificates/{certificate}/removal")
    public TemplateInstance confirm(@RestPath UUID id, @RestPath UUID certificate) {
        var page = page(id);
        return Templates.removal(page, page.certificate(certificate), page.needs(certificate));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("certificates/{certificate}/removal")
    public Response remove(@RestPath UUID id, @RestPath UUID certificate) {
        page(id);
        restrictions.remove(id, certificate, actor(), context.getAddress());
        return done(id, CarrierFlash.CERTIFICATE_REMOVED);
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
