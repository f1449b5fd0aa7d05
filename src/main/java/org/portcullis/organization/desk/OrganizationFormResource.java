package org.portcullis.organization.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.BadRequestException;
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
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Creates an organization, once even if its form is sent twice, and edits one, unless the form is stale. */
@Path(OrganizationPaths.DESK)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrganizationFormResource {

    private final OrganizationPolicy policy;
    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    OrganizationFormResource(OrganizationPolicy policy, SignedIn signedIn, AuditTrail audit, RequestContext context,
            Flash flash, Clock clock) {
        this.policy = policy;
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(OrganizationForm form);

        private Templates() {
        }
    }

    @GET
    @Path("new")
    public TemplateInstance empty() {
        return Templates.form(OrganizationForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response create(@BeanParam OrganizationForm.Sent sent) {
        if (sent.id == null) {
            throw new BadRequestException();
        }
        sent.version = null;
        var form = OrganizationForm.checked(sent.id, sent, policy);
        if (!form.isValid()) {
            return refuse(form, Status.BAD_REQUEST);
        }
        if (Organization.byId(form.id()) == null && insert(form)) {
            return done(form, OrganizationFlash.CREATED);
        }
        var made = Organization.byId(form.id());
        return form.isSameAs(made) ? done(form, OrganizationFlash.CREATED)
                : refuse(form.overtakenBy(made), Status.CONFLICT);
    }

    /** @return whether it was made; not if the same form was sent at the same time, and that one came first */
    private boolean insert(OrganizationForm form) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var organization = new Organization();
                organization.id = form.id();
                form.applyTo(organization, signedIn.getPerson().name(), clock.instant());
                organization.persistAndFlush();
                record(AuditEvent.ORGANIZATION_CREATED, organization, null);
            });
            return true;
        } catch (PersistenceException e) {
            if (QuarkusTransaction.requiringNew().call(() -> Organization.byId(form.id()) == null)) {
                throw e;
            }
            return false;
        }
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance filled(@RestPath UUID id) {
        return Templates.form(OrganizationForm.of(OrganizationResource.found(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{id}/edit")
    public Response save(@RestPath UUID id, @BeanParam OrganizationForm.Sent sent) {
        OrganizationResource.found(id);
        if (sent.version == null) {
            throw new BadRequestException();
        }
        var form = OrganizationForm.checked(id, sent, policy);
        if (!form.isValid()) {
            return refuse(form, Status.BAD_REQUEST);
        }
        var result = QuarkusTransaction.requiringNew().call(() -> update(form));
        if (result == null) {
            // In a session of its own: that of the request may remember what it read before.
            var current = QuarkusTransaction.requiringNew().call(() -> OrganizationResource.found(id));
            return refuse(form.overtakenBy(current), Status.CONFLICT);
        }
        return done(form, result);
    }

    /** @return what was done, or null if it was changed since the form was shown */
    private OrganizationFlash update(OrganizationForm form) {
        var organization = Organization.byIdForUpdate(form.id());
        var changed = form.changed(organization);
        if (changed.isEmpty()) {
            return OrganizationFlash.UNCHANGED;
        }
        if (organization.version != form.version()) {
            return null;
        }
        form.applyTo(organization, signedIn.getPerson().name(), clock.instant());
        var names = changed.stream().map(OrganizationField::name).collect(Collectors.joining(" · "));
        record(AuditEvent.ORGANIZATION_CHANGED, organization, names);
        return OrganizationFlash.SAVED;
    }

    /** @param detail names of fields, never what they hold; or null */
    private void record(AuditEvent event, Organization organization, String detail) {
        audit.record(event, signedIn.getPerson().asActor(),
                new Subject(organization.id, organization.name, organization.id), detail,
                context.getAddress());
    }

    private static Response refuse(OrganizationForm form, Status status) {
        return Response.status(status).entity(Templates.form(form)).build();
    }

    private Response done(OrganizationForm form, OrganizationFlash word) {
        flash.leave(EnumSet.of(word));
        return Redirect.to(OrganizationPaths.of(form.id()));
    }
}
