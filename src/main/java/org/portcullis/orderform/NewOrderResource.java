package org.portcullis.orderform;

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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.Direction;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.Step;
import org.portcullis.web.FormFields;
import org.portcullis.web.Parameters;
import org.portcullis.web.Redirect;

/** The first step of a new order: its name and its direction. From then on it is a draft. */
@Path(NewOrderResource.PATH)
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class NewOrderResource {

    static final String PATH = "/port-orders/new";

    private final SignedIn signedIn;
    private final Drafts drafts;
    private final FieldPolicy policy;
    private final FormFields posted;
    private final Clock clock;

    NewOrderResource(SignedIn signedIn, Drafts drafts, FieldPolicy policy, FormFields posted, Clock clock) {
        this.signedIn = signedIn;
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

    @GET
    public TemplateInstance form() {
        var order = nothingYet();
        return page(order, OrderForm.of(DraftStep.DIRECTION.fields(order), order, Map.of()), UUID.randomUUID());
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
        var pon = drafts.create(signedIn.getPerson(), newId, form);
        return Redirect.to("/port-orders/" + pon + "/draft/" + DraftStep.NUMBERS.getPath());
    }

    private TemplateInstance page(PortOrder order, OrderForm form, UUID id) {
        return Templates.page(new DraftPage(order.organization, null, DraftStep.DIRECTION, form, id,
                policy.allowsPortOut(order.organization), null));
    }

    /** What the form starts from; it is kept nowhere. */
    private PortOrder nothingYet() {
        var organization = Organization.byId(signedIn.getPerson().organizationId());
        return PortOrder.draft(organization, "", Direction.IN, Step.by(signedIn.getPerson(), clock.instant()));
    }
}
