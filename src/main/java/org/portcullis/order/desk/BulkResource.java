package org.portcullis.order.desk;

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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.job.desk.JobPaths;
import org.portcullis.order.DeskStep;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** Applies one action to many orders; the page of the background job reports the result for each. */
@Path(BulkResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class BulkResource {

    static final String PATH = "/desk/bulk";

    /**
     * Prefix of an order's PON in the name of its checkbox, whose value is the version: two fields per order would
     * halve how many fit.
     */
    private static final String CHOSEN = "order_";

    private final BulkStep bulk;
    private final SignedIn signedIn;
    private final FormFields posted;
    private final Clock clock;

    BulkResource(BulkStep bulk, SignedIn signedIn, FormFields posted, Clock clock) {
        this.bulk = bulk;
        this.signedIn = signedIn;
        this.posted = posted;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(BulkPage page);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance page(@RestQuery String state, @RestQuery String step) {
        var shown = state == null ? PortOrderState.PROCESSING : state(state);
        var chosen = step == null ? null : step(shown, step);
        return Templates
                .page(new BulkPage(UUID.randomUUID(), shown, chosen, chosen == null ? null : StepForm.ofMany(chosen),
                        BulkPage.ordersIn(shown), Set.of(), false));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@RestForm String id, @RestForm String state, @RestForm String step) {
        var shown = state(state);
        var work = Parameters.uuid(id);
        // The date is checked later in each order's time zone; here only dates that are past everywhere are refused.
        var form = StepForm.typedForMany(step(shown, step), posted).checked(clock.instant(), ZoneOffset.MIN);
        var pons = Set.copyOf(posted.named(CHOSEN));
        if (form.isFailed() || pons.isEmpty()) {
            return Response.status(Status.BAD_REQUEST).entity(Templates.page(
                    new BulkPage(work, shown, form.step(), form, BulkPage.ordersIn(shown), pons, pons.isEmpty())))
                    .build();
        }
        var orders = new ArrayList<BulkStep.Chosen>();
        for (PortOrder order : PortOrder.withPons(pons)) {
            orders.add(new BulkStep.Chosen(orders.size() + 1, order.pon, order.name,
                    Parameters.version(posted.get(CHOSEN + order.pon))));
        }
        bulk.start(work, signedIn.getPerson(), form, orders);
        return Redirect.to(JobPaths.of(work));
    }

    private static PortOrderState state(String name) {
        var state = BulkPage.state(name);
        if (state == null || !BulkPage.has(state)) {
            throw new BadRequestException();
        }
        return state;
    }

    private static DeskStep step(PortOrderState state, String path) {
        return DeskStep.byPath(path == null ? "" : path).filter(step -> BulkPage.has(state, step))
                .orElseThrow(BadRequestException::new);
    }
}
