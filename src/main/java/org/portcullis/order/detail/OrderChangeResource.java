package org.portcullis.order.detail;

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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderAction.Hindrance;
import org.portcullis.order.OrderAction;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.detail.ChangeForm.ChangeProblem;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/**
 * The changes that an organization's admin can make to an existing order: cancel, request another date, discard, copy.
 */
@Path(OrderPaths.LIST + "/{pon}/change")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrderChangeResource {

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final BusinessDays businessDays;
    private final Flash flash;
    private final Clock clock;

    OrderChangeResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, BusinessDays businessDays,
            Flash flash, Clock clock) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.businessDays = businessDays;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(PortOrder order, ChangeForm form, Hindrance hindrance);

        private Templates() {
        }
    }

    @GET
    @Path("cancellation")
    public TemplateInstance cancellation(@RestPath String pon) {
        return page(orders.get(pon), OrderAction.CANCEL);
    }

    @POST
    @Path("cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@RestPath String pon, @RestForm String text, @RestForm String version) {
        var form = form(orders.get(pon), OrderAction.CANCEL).typed(text, Parameters.version(version))
                .withReasonChecked();
        return apply(pon, form, OrderFlash.CANCELLED, (order, step) -> order.cancel(step.saying(form.text())));
    }

    @GET
    @Path("date")
    public TemplateInstance date(@RestPath String pon) {
        return page(orders.get(pon), OrderAction.CHANGE_DATE);
    }

    @POST
    @Path("date")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeDate(@RestPath String pon, @RestForm String text, @RestForm String version) {
        var order = orders.get(pon);
        var form = withDateChecked(form(order, OrderAction.CHANGE_DATE).typed(text, Parameters.version(version)),
                order);
        return apply(pon, form, OrderFlash.DATE_WISHED, (found, step) -> found.requestDate(form.date(), step));
    }

    @GET
    @Path("removal")
    public TemplateInstance removal(@RestPath String pon) {
        return page(orders.get(pon), OrderAction.DISCARD);
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@RestPath String pon, @RestForm String version) {
        var form = form(orders.get(pon), OrderAction.DISCARD).typed("", Parameters.version(version));
        var answer = apply(pon, form, OrderFlash.DISCARDED,
                (order, step) -> changes.discard(order, signedIn.getPerson()));
        return answer.getStatus() == Status.SEE_OTHER.getStatusCode() ? Redirect.to(OrderPaths.LIST) : answer;
    }

    @POST
    @Path("copy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response copy(@RestPath String pon, @RestForm String id) {
        var newId = Parameters.uuid(id);
        var order = orders.get(pon);
        if (hindrance(order, OrderAction.COPY) != null) {
            return Response.status(Status.CONFLICT).entity(page(order, OrderAction.COPY)).build();
        }
        var copy = changes.create(signedIn.getPerson(), newId,
                (organization, step) -> orders.get(pon).copy(newId, step));
        flash.leave(EnumSet.of(OrderFlash.COPIED));
        return Redirect.to(OrderPaths.LIST + "/" + copy);
    }

    private Response apply(String pon, ChangeForm form, OrderFlash word, BiConsumer<PortOrder, ChangeContext> change) {
        var order = orders.get(pon);
        if (form.isDone(order, signedIn.getPerson())) {
            return redirect(pon, OrderFlash.ALREADY_DONE);
        }
        var hindrance = hindrance(order, form.action());
        if (hindrance != null) {
            return answer(Status.CONFLICT, order, form);
        }
        if (form.isFailed()) {
            return answer(Status.BAD_REQUEST, order, form);
        }
        try {
            changes.change(signedIn.getPerson(), pon, form.version(), change);
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return form.isDone(now, signedIn.getPerson()) ? redirect(pon, OrderFlash.ALREADY_DONE)
                    : answer(Status.CONFLICT, now, form.overtaken(e, now.getVersion()));
        } catch (TransitionRefusedException e) {
            // The cut-off passed between the two readings of the clock.
            return answer(Status.CONFLICT, orders.getNow(pon), form);
        }
        return redirect(pon, word);
    }

    private Response redirect(String pon, OrderFlash word) {
        flash.leave(EnumSet.of(word));
        return Redirect.to(OrderPaths.LIST + "/" + pon);
    }

    private ChangeForm withDateChecked(ChangeForm form, PortOrder order) {
        var date = form.date();
        if (form.text().isEmpty()) {
            return form.refused(ChangeProblem.DATE_MISSING);
        }
        if (date == null) {
            return form.refused(ChangeProblem.DATE_INVALID);
        }
        if (date.isBefore(form.earliest())) {
            return form.refused(ChangeProblem.DATE_TOO_EARLY);
        }
        if (form.isTooLate()) {
            return form.refused(ChangeProblem.DATE_TOO_LATE);
        }
        if (date.equals(order.requestedDate)) {
            return form.refused(ChangeProblem.DATE_SAME);
        }
        return businessDays.closed(date, order.organization).map(form::refused).orElse(form);
    }

    private Response answer(Status status, PortOrder order, ChangeForm form) {
        return Response.status(status).entity(Templates.page(order, form, hindrance(order, form.action()))).build();
    }

    private TemplateInstance page(PortOrder order, OrderAction action) {
        return Templates.page(order, form(order, action), hindrance(order, action));
    }

    private ChangeForm form(PortOrder order, OrderAction action) {
        return ChangeForm.of(action, order,
                businessDays.earliest(clock.instant(), order.simple, order.organization).date());
    }

    private Hindrance hindrance(PortOrder order, OrderAction action) {
        return action.hindrance(order, signedIn.getPerson(), clock.instant()).orElse(null);
    }
}
