package org.portcullis.order.draft;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.document.Document;
import org.portcullis.order.draft.NumbersPage.NumbersFlash;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** The steps of a draft with form fields. Every button saves all typed values. */
@Path("/port-orders/{pon}/draft")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DraftResource {

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final Drafts drafts;
    private final FieldPolicy policy;
    private final FormFields posted;
    private final Flash flash;

    DraftResource(SignedIn signedIn, VisibleOrders orders, Drafts drafts, FieldPolicy policy, FormFields posted,
            Flash flash) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.drafts = drafts;
        this.policy = policy;
        this.posted = posted;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(DraftPage page);

        private Templates() {
        }
    }

    @GET
    @Path("{step}")
    public Response step(@RestPath String pon, @RestPath String step) {
        var order = orders.get(pon);
        if (!order.isDraft()) {
            return Redirect.to("/port-orders/" + pon);
        }
        var shown = step(step, order);
        return Response.ok(page(order, shown, OrderForm.of(shown.fields(order), order, UnfinishedField.of(order.id))))
                .build();
    }

    @POST
    @Path("{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String pon, @RestPath String step, @RestForm String version, @RestForm String go) {
        var before = orders.get(pon);
        var shown = step(step, before);
        var typed = OrderForm.typed(shown.fields(before), posted, Parameters.version(version));
        var aim = WizardButton.address(go, shown, before);
        OrderForm form;
        try {
            form = drafts.save(signedIn.getPerson(), pon, typed, PortOrder::requireDraft, posted);
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return now.isDraft() ? answer(Status.CONFLICT, now, shown, typed.overtaken(e, now))
                    : StaleForm.answer(now, typed, e);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        return WizardButton.of(go) == WizardButton.NEXT && form.isFailed()
                ? answer(Status.BAD_REQUEST, orders.getNow(pon), shown, form)
                : Redirect.to(aim);
    }

    private Response answer(Status status, PortOrder order, DraftStep step, OrderForm form) {
        return Response.status(status).entity(page(order, step, form)).build();
    }

    private TemplateInstance page(PortOrder order, DraftStep step, OrderForm form) {
        return Templates.page(
                new DraftPage(order.organization, order, step, form, null, policy.allowsPortOut(order.organization),
                        step == DraftStep.DATES ? policy.earliest(order) : null,
                        step == DraftStep.DIRECTION && order.isIn()
                                && (order.isWithTransferPin() || !Document.of(order.id).isEmpty()),
                        flash.takeCounts(NumbersFlash.class)));
    }

    /** Steps with other kinds of forms have their own resources. */
    private static DraftStep step(String path, PortOrder order) {
        return DraftStep.byPath(path).filter(step -> !step.fields(order).isEmpty()).orElseThrow(NotFoundException::new);
    }
}
