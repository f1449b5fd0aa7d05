package org.portcullis.order.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.Direction;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.organization.Organization;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** The first step of a new order: its name and its direction. From then on it is a draft. */
@Path(NewOrderResource.PATH)
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewOrderResource {

    static final String PATH = "/port-orders/new";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final Drafts drafts;
    private final FieldPolicy policy;
    private final FormFields posted;
    private final Clock clock;

    NewOrderResource(SignedIn signedIn, VisibleOrders orders, Drafts drafts, FieldPolicy policy, FormFields posted,
            Clock clock) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.drafts = drafts;
        this.policy = policy;
        this.posted = posted;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(DraftPage page);

        private Templates() {
        }
    }

    /** @param id of the new draft, by which the form finds the draft again if it is opened later */
    @GET
    public Response form(@RestQuery String id) {
        var newId = id == null ? UUID.randomUUID() : Parameters.uuid(id);
        var made = made(newId);
        if (made.isPresent()) {
            return Redirect.to(DraftStep.DIRECTION.address(made.get()));
        }
        var order = nothingYet();
        return Response.ok(page(order, OrderForm.of(DraftStep.DIRECTION.fields(order), order, Map.of()), newId))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestForm String id) {
        var newId = Parameters.uuid(id);
        var order = nothingYet();
        var form = policy.checked(OrderForm.typed(DraftStep.DIRECTION.fields(order), posted, 0), order);
        if (form.isFailed()) {
            return Response.status(Response.Status.BAD_REQUEST).entity(page(order, form, newId)).build();
        }
        var made = made(newId);
        if (made.isPresent()) {
            return saveAgain(made.get());
        }
        var pon = drafts.create(signedIn.getPerson(), newId, form);
        return Redirect.to("/port-orders/" + pon + "/draft/" + DraftStep.NUMBERS.getPath());
    }

    private Optional<PortOrder> made(UUID id) {
        return PortOrder.byId(id).filter(order -> order.organization.id.equals(signedIn.getPerson().organizationId()));
    }

    /** The form was sent again, from a page that the browser had cached: its present values are saved. */
    private Response saveAgain(PortOrder made) {
        // The page had no version, as there was no order yet; while the order is a draft, the form is not stale.
        var typed = OrderForm.typed(DraftStep.DIRECTION.fields(made), posted, made.isDraft() ? made.getVersion() : 0);
        try {
            if (typed.fields().stream().anyMatch(field -> !typed.value(field).equals(field.in(made)))) {
                drafts.save(signedIn.getPerson(), made.pon, typed, PortOrder::requireDraft, posted);
            }
        } catch (StaleOrderException e) {
            return StaleForm.answer(orders.getNow(made.pon), typed, e);
        }
        return Redirect.to(DraftStep.NUMBERS.address(made));
    }

    private TemplateInstance page(PortOrder order, OrderForm form, UUID id) {
        return Templates.page(new DraftPage(order.organization, null, DraftStep.DIRECTION, form, id,
                policy.allowsPortOut(order.organization), null, false, Map.of()));
    }

    /** Initial values of the form; not stored. */
    private PortOrder nothingYet() {
        var organization = Organization.byId(signedIn.getPerson().organizationId());
        return PortOrder.draft(organization, "", Direction.IN, ChangeContext.by(signedIn.getPerson(), clock.instant()));
    }
}
