package org.portcullis.organization.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Removes many of an organization's telephone numbers at once, after a page that says how many and asks whether. */
@Path(OrganizationPaths.DESK + "/{id}/numbers/removal")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class NumberRemovalResource {

    /** Before the digits of a number in the name of its box. */
    private static final String CHOSEN = "number_";

    private final SignedIn signedIn;
    private final FormFields posted;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;

    NumberRemovalResource(SignedIn signedIn, FormFields posted, AuditTrail audit, RequestContext context, Flash flash) {
        this.signedIn = signedIn;
        this.posted = posted;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(NumberRemovals removals);

        private Templates() {
        }
    }

    /**
     * Removes the chosen numbers, those on their way to another carrier aside.
     *
     * @param confirmed how many were to be removed on the page that asks whether; null where it is still to be asked
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath UUID id, @RestForm Integer confirmed) {
        var organization = OrganizationResource.found(id);
        var chosen = posted.named(CHOSEN).stream().map(digits -> "+" + digits).toList();
        if (confirmed == null) {
            var asked = NumberRemovals.of(organization, chosen);
            return Response.status(asked.isFailed() ? Status.BAD_REQUEST : Status.OK).entity(Templates.page(asked))
                    .build();
        }
        var done = QuarkusTransaction.requiringNew().call(() -> {
            // Deciding on a carrier's request locks the same row.
            Organization.byIdForUpdate(id);
            var now = NumberRemovals.of(organization, chosen);
            TelephoneNumber.remove(organization, now.numbers());
            now.numbers().forEach(number -> audit.record(AuditEvent.NUMBER_REMOVED, signedIn.getPerson().asActor(),
                    new Subject(id, number, id), context.getAddress()));
            return now;
        });
        if (!done.leaving().isEmpty()) {
            return Response.status(Status.CONFLICT).entity(Templates.page(done.afterwards())).build();
        }
        flash.leave(EnumSet.of(NumberFlash.REMOVED_CHOSEN));
        return Redirect.to(NumberList.path(id));
    }
}
