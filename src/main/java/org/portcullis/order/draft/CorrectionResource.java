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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/**
 * Correcting a rejected order: only the fields that the reasons name; then old and new values side by side before it is
 * submitted again.
 */
@Path("/port-orders/{pon}/correction")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class CorrectionResource {

    /** The buttons that lead to separate pages, or back to the order, and keep the typed values. */
    private static final String NUMBERS = "numbers";
    private static final String DOCUMENTS = "documents";
    private static final String LATER = "later";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final Drafts drafts;
    private final OrderSubmission submission;
    private final RecentSignIn recent;
    private final FieldPolicy policy;
    private final Letters letters;
    private final FormFields posted;
    private final Flash flash;

    CorrectionResource(SignedIn signedIn, VisibleOrders orders, Drafts drafts, OrderSubmission submission,
            RecentSignIn recent, FieldPolicy policy,
            Letters letters, FormFields posted, Flash flash) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.drafts = drafts;
        this.submission = submission;
        this.recent = recent;
        this.policy = policy;
        this.letters = letters;
        this.posted = posted;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance form(CorrectionPage page);

        static native TemplateInstance review(CorrectionPage page);

        private Templates() {
        }
    }

    static String path(PortOrder order) {
        return "/port-orders/" + order.pon + "/correction";
    }

    @GET
    public Response form(@RestPath String pon) {
        var order = orders.get(pon);
        return isRejected(order) ? Response.ok(Templates.form(page(order, unfinished(order), false))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath String pon, @RestForm String version, @RestForm String go) {
        var before = orders.get(pon);
        var typed = OrderForm.typed(Corrections.fields(before), posted, Parameters.version(version));
        OrderForm form;
        try {
            form = drafts.save(signedIn.getPerson(), pon, typed, PortOrder::requireRejected, posted);
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return isRejected(now) ? answer(Status.CONFLICT, page(now, typed.overtaken(e, now), false))
                    : StaleForm.answer(now, OrderForm.typed(posted, typed.version()), e);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        if (NUMBERS.equals(go) || DOCUMENTS.equals(go)) {
            return Redirect.to("/port-orders/" + pon + "/draft/" + go);
        }
        if (LATER.equals(go)) {
            return Redirect.to("/port-orders/" + pon);
        }
        return form.isFailed() ? answer(Status.BAD_REQUEST, page(orders.getNow(pon), form, false))
                : Redirect.to(path(before) + "/review");
    }

    @GET
    @Path("review")
    public Response review(@RestPath String pon) {
        var order = orders.get(pon);
        return isRejected(order) ? Response.ok(Templates.review(page(order, unfinished(order), false))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Path("review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@RestPath String pon, @RestForm String version) {
        try {
            submission.send(signedIn.getPerson(), pon, Parameters.version(version), PortOrder::requireRejected,
                    order -> Corrections.lacks(order, policy, letters));
        } catch (SignInNeededException e) {
            return recent.redirect(path(orders.getNow(pon)) + "/review");
        } catch (NotReadyException e) {
            var now = orders.getNow(pon);
            return Response.status(Status.BAD_REQUEST).entity(Templates.review(page(now, unfinished(now), true)))
                    .build();
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return isRejected(now) ? Response.status(Status.CONFLICT)
                    .entity(Templates.review(page(now, unfinished(now).overtaken(e, now), false))).build()
                    : Redirect.to("/port-orders/" + pon);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        flash.leave(EnumSet.of(OrderFlash.RESUBMITTED));
        return Redirect.to("/port-orders/" + pon);
    }

    private CorrectionPage page(PortOrder order, OrderForm form, boolean tried) {
        return new CorrectionPage(order, form, order.isIn() ? DocumentsPage.of(order, letters) : null,
                policy.earliest(order),
                Corrections.lacks(order, policy, letters), tried);
    }

    private static OrderForm unfinished(PortOrder order) {
        return OrderForm.of(Corrections.fields(order), order, UnfinishedField.of(order.id));
    }

    private static boolean isRejected(PortOrder order) {
        return order.getState() == PortOrderState.ACTION_REQUIRED;
    }

    private static Response answer(Status status, CorrectionPage page) {
        return Response.status(status).entity(Templates.form(page)).build();
    }
}
