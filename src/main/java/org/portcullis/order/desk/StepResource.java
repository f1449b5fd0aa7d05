package org.portcullis.order.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
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
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.order.DeskStep;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransferPin;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The desk's actions on one order. */
@Path(StepResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class StepResource {

    static final String PATH = "/desk/orders/{pon}/steps";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final TransferPin transferPin;
    private final AuditTrail audit;
    private final FormFields posted;
    private final RequestContext context;
    private final Flash flash;
    private final Clock clock;

    StepResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, TransferPin transferPin,
            AuditTrail audit, FormFields posted,
            RequestContext context, Flash flash, Clock clock) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.transferPin = transferPin;
        this.audit = audit;
        this.posted = posted;
        this.context = context;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        /** @param pin the losing carrier's transfer PIN if the desk has just requested it, else null */
        static native TemplateInstance page(PortOrder order, StepForm form, boolean possible, String pin);

        private Templates() {
        }
    }

    @GET
    @Path("{step}")
    public TemplateInstance form(@RestPath String pon, @RestPath String step) {
        var order = orders.getSent(pon);
        return page(order, StepForm.of(step(step), order), null);
    }

    @POST
    @Path("{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@RestPath String pon, @RestPath String step, @RestForm String version) {
        var order = orders.getSent(pon);
        var word = word(step(step), order);
        var form = StepForm.typed(step(step), posted, Parameters.version(version)).withReasonsFor(order.direction)
                .checked(clock.instant(), order.organization.timeZone);
        if (form.isFailed()) {
            return Response.status(Status.BAD_REQUEST).entity(page(order, form, null)).build();
        }
        try {
            changes.change(signedIn.getPerson(), pon, form.version(), form::apply);
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return form.isTaken(now, signedIn.getPerson()) ? redirect(pon, OrderFlash.ALREADY_DONE)
                    : Response.status(Status.CONFLICT).entity(page(now, form.overtaken(e, now.getVersion()), null))
                            .build();
        } catch (TransitionRefusedException e) {
            return Response.status(Status.CONFLICT).entity(page(orders.getNow(pon), form, null)).build();
        }
        return redirect(pon, word);
    }

    private Response redirect(String pon, OrderFlash word) {
        flash.leave(EnumSet.of(word));
        return Redirect.to("/port-orders/" + pon);
    }

    /**
     * Shows the losing carrier's transfer PIN, which the desk needs for the LSR; each access is recorded in the audit
     * trail.
     */
    @POST
    @Path("send/transfer-pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response showTransferPin(@RestPath String pon, @RestForm String version) {
        var order = orders.getSent(pon);
        if (!DeskStep.SEND.isPossible(order, clock.instant()) || !order.isWithTransferPin()) {
            return Redirect.to("/port-orders/" + pon);
        }
        audit.record(AuditEvent.TRANSFER_PIN_SHOWN, signedIn.getPerson().asActor(),
                new Subject(order.id, order.pon, order.organization.id), context.getAddress());
        var form = StepForm.typed(DeskStep.SEND, posted, Parameters.version(version));
        return Response.ok(page(order, form, transferPin.read(order))).build();
    }

    /** The address reached by signing in again after requesting the PIN. */
    @GET
    @Path("send/transfer-pin")
    public Response transferPin(@RestPath String pon) {
        return Redirect.to(PATH.replace("{pon}", orders.getSent(pon).pon) + "/" + DeskStep.SEND.getPath());
    }

    private TemplateInstance page(PortOrder order, StepForm form, String pin) {
        return Templates.page(order, form, form.step().isPossible(order, clock.instant()), pin);
    }

    /** @param before the order before the action */
    private static OrderFlash word(DeskStep step, PortOrder before) {
        return switch (step) {
            case SEND -> before.isIn() ? OrderFlash.SENT : OrderFlash.SENT_OUT;
            case CONFIRM -> OrderFlash.CONFIRMED;
            case CONFIRM_ANEW -> OrderFlash.CONFIRMED_ANEW;
            case KEEP_DATE -> OrderFlash.DATE_KEPT;
            case REJECT -> before.getState() == PortOrderState.PROCESSING ? OrderFlash.RETURNED : OrderFlash.REJECTED;
            case COMPLETE, MOVED -> OrderFlash.COMPLETED;
            case START -> OrderFlash.STARTED;
            case COMPLETE_PARTIALLY -> OrderFlash.PARTIALLY_COMPLETED;
            case CANCEL -> OrderFlash.CANCELLED;
            case WITHDRAW -> OrderFlash.WITHDRAWN;
            case NUMBERS -> OrderFlash.MARKED;
        };
    }

    private static DeskStep step(String path) {
        return DeskStep.byPath(path).filter(step -> step != DeskStep.NUMBERS).orElseThrow(NotFoundException::new);
    }
}
