package org.portcullis.order.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.ReturnUrl;

/** The desk's queue over all organizations, and the assignment of its orders. */
@Path(QueueResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class QueueResource {

    static final String PATH = "/desk";

    private static final String ORDERS = "/port-orders/";

    private final SignedIn signedIn;
    private final Assignments assignments;
    private final Flash flash;
    private final ReturnUrl returnUrl;
    private final Clock clock;

    QueueResource(SignedIn signedIn, Assignments assignments, Flash flash, ReturnUrl returnUrl, Clock clock) {
        this.signedIn = signedIn;
        this.assignments = assignments;
        this.flash = flash;
        this.returnUrl = returnUrl;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance queue(Queue queue);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance queue(@BeanParam QueueParameters parameters) {
        var query = parameters.toQuery();
        returnUrl.remember(query.address());
        return Templates.queue(queue(query).saying(flash.take(DeskFlash.class)));
    }

    /** Assigns the unassigned order that has waited longest to the person. */
    @POST
    @Path("next")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response next() {
        var pon = assignments.next(signedIn.getPerson());
        if (pon.isEmpty()) {
            flash.leave(EnumSet.of(DeskFlash.NONE_LEFT));
            return Redirect.to(PATH);
        }
        flash.leave(EnumSet.of(OrderFlash.ASSIGNED));
        return Redirect.to(ORDERS + pon.get());
    }

    /**
     * @param holder the assignee as the page showed it, empty if unassigned: taking an order from another person is
     * intended
     * @param to {@code order} if the form was on the order's own page, to which the answer redirects
     */
    @POST
    @Path("orders/{pon}/assignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@RestPath String pon, @RestForm String holder, @RestForm String to,
            @BeanParam QueueParameters parameters) {
        var query = parameters.toQuery();
        var person = signedIn.getPerson();
        var known = holder == null || holder.isEmpty() ? null : Parameters.uuid(holder);
        if (!assignments.assign(pon, known, person)) {
            var taken = PortOrder.visibleTo(person, pon).orElseThrow(NotFoundException::new);
            return Response.status(Status.CONFLICT).entity(Templates.queue(queue(query).telling(taken))).build();
        }
        if ("order".equals(to)) {
            flash.leave(EnumSet.of(OrderFlash.ASSIGNED));
            return Redirect.to(ORDERS + pon);
        }
        flash.leave(EnumSet.of(DeskFlash.ASSIGNED));
        return Redirect.to(query.address());
    }

    @POST
    @Path("orders/{pon}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@RestPath String pon, @BeanParam QueueParameters parameters) {
        assignments.release(pon, signedIn.getPerson());
        flash.leave(EnumSet.of(DeskFlash.RELEASED));
        return Redirect.to(parameters.toQuery().address());
    }

    /** The address reached by signing in again after one of the buttons was pressed. */
    @GET
    @Path("next")
    public Response afterNext() {
        return Redirect.to(PATH);
    }

    @GET
    @Path("orders/{pon}/assignment")
    public Response afterAssignment(@RestPath String pon) {
        return Redirect.to(ORDERS + pon);
    }

    @GET
    @Path("orders/{pon}/release")
    public Response afterRelease(@RestPath String pon) {
        return Redirect.to(ORDERS + pon);
    }

    private Queue queue(QueueQuery query) {
        return Queue.of(query, signedIn.getPerson().id(), clock.instant());
    }
}
