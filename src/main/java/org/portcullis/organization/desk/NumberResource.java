package org.portcullis.organization.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.order.PortOrder;
import org.portcullis.organization.NumberIntake.Outcome;
import org.portcullis.organization.NumberIntake.Result;
import org.portcullis.organization.NumberIntake;
import org.portcullis.organization.Organization;
import org.portcullis.organization.OrganizationPaths;
import org.portcullis.organization.TelephoneNumber;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** An organization's telephone numbers: looked up, added a few at a time, taken out of service and removed one by one. */
@Path(OrganizationPaths.DESK + "/{id}/numbers")
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class NumberResource {

    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    NumberResource(SignedIn signedIn, AuditTrail audit, RequestContext context, Flash flash, Clock clock) {
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(NumberList list);

        static native TemplateInstance entry(NumberEntryForm form);

        static native TemplateInstance removal(Organization organization, String number, List<PortOrder> orders);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@RestPath UUID id, @RestQuery String q, @RestQuery String page) {
        var organization = OrganizationResource.found(id);
        var search = Parameters.search(q);
        return Templates
                .list(NumberList.of(organization, search, page, clock.instant(), flash.take(NumberFlash.class)));
    }

    @GET
    @Path("new")
    public TemplateInstance entry(@RestPath UUID id) {
        return Templates.entry(NumberEntryForm.empty(OrganizationResource.found(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("new")
    public Response add(@RestPath UUID id, @RestForm String numbers) {
        var organization = OrganizationResource.found(id);
        if (numbers == null || numbers.isBlank()) {
            return answer(Status.BAD_REQUEST, NumberEntryForm.missing(organization));
        }
        var list = NumberEntryForm.read(numbers.strip(), organization);
        var form = NumberEntryForm.of(organization, list, addOrRetry(id, list.numbers()));
        if (form.isRemarkable()) {
            return answer(form.isFailed() ? Status.BAD_REQUEST : Status.OK, form);
        }
        flash.leave(EnumSet.of(form.added() > 0 ? NumberFlash.ADDED : NumberFlash.NOTHING_NEW));
        return Redirect.to(NumberList.path(id));
    }

    private List<Result> addOrRetry(UUID id, List<String> numbers) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> addAll(id, numbers));
        } catch (PersistenceException e) {
            // Another request has just added one of them; the second attempt sees it.
            return QuarkusTransaction.requiringNew().call(() -> addAll(id, numbers));
        }
    }

    private List<Result> addAll(UUID id, List<String> numbers) {
        var organization = Organization.byId(id);
        var results = NumberIntake.add(organization, numbers);
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.ADDED)) {
            record(AuditEvent.NUMBERS_ADDED, organization.name, id);
        }
        return results;
    }

    @GET
    @Path("{number}/removal")
    public TemplateInstance removal(@RestPath UUID id, @RestPath String number) {
        var organization = OrganizationResource.found(id);
        var e164 = "+" + number;
        if (!TelephoneNumber.belongsTo(id, e164)) {
            throw new NotFoundException();
        }
        return Templates.removal(organization, e164, PortOrder.leavingWith(id, e164));
    }

    /** A number that is on its way to another carrier stays until its order is over: the checks of that order need it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("{number}/removal")
    public Response remove(@RestPath UUID id, @RestPath String number) {
        var organization = OrganizationResource.found(id);
        var e164 = "+" + number;
        var orders = QuarkusTransaction.requiringNew().call(() -> {
            // Deciding on a carrier's request locks the same row.
            Organization.byIdForUpdate(id);
            var leaving = PortOrder.leavingWith(id, e164);
            if (leaving.isEmpty() && TelephoneNumber.remove(id, e164)) {
                record(AuditEvent.NUMBER_REMOVED, e164, id);
            }
            return leaving;
        });
        if (!orders.isEmpty()) {
            return Response.status(Status.CONFLICT).entity(Templates.removal(organization, e164, orders)).build();
        }
        flash.leave(EnumSet.of(NumberFlash.REMOVED));
        return Redirect.to(NumberList.path(id));
    }

    /** A number that is out of service stays the organization's; no request of another carrier takes it meanwhile. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("service")
    public Response serve(@RestPath UUID id, @RestForm String out, @RestForm String back) {
        OrganizationResource.found(id);
        if ((out == null) == (back == null)) {
            throw new BadRequestException();
        }
        var isActive = back != null;
        var e164 = "+" + (isActive ? back : out);
        QuarkusTransaction.requiringNew().run(() -> {
            // Deciding on a carrier's request locks the same row.
            Organization.byIdForUpdate(id);
            if (TelephoneNumber.activate(id, e164, isActive)) {
                record(isActive ? AuditEvent.NUMBER_PUT_BACK_INTO_SERVICE : AuditEvent.NUMBER_TAKEN_OUT_OF_SERVICE,
                        e164, id);
            }
        });
        flash.leave(EnumSet.of(isActive ? NumberFlash.IN_SERVICE : NumberFlash.OUT_OF_SERVICE));
        return Redirect.to(NumberList.path(id));
    }

    private void record(AuditEvent event, String name, UUID organizationId) {
        audit.record(event, signedIn.getPerson().asActor(), new Subject(organizationId, name, organizationId),
                context.getAddress());
    }

    private static Response answer(Status status, NumberEntryForm form) {
        return Response.status(status).entity(Templates.entry(form)).build();
    }
}
