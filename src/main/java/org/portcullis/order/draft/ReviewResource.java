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
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.numbers.NumberRange;
import org.portcullis.numbers.NumberRanges;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.draft.NumbersPage.Unportables;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** The last step of a draft: everything once more, what is still missing, and the button that sends it. */
@Path("/port-orders/{pon}/draft/review")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReviewResource {

    private static final int RANGES_SHOWN = 50;

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderSubmission submission;
    private final RecentSignIn recent;
    private final FieldPolicy policy;
    private final Letters letters;
    private final Flash flash;

    ReviewResource(SignedIn signedIn, VisibleOrders orders, OrderSubmission submission, RecentSignIn recent,
            FieldPolicy policy, Letters letters,
            Flash flash) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.submission = submission;
        this.recent = recent;
        this.policy = policy;
        this.letters = letters;
        this.flash = flash;
    }

    /** Everything about the order once more. */
    record ReviewPage(PortOrder order, Readiness readiness, List<NumberRange> ranges, int moreRanges,
            DocumentsPage documents,
            EarliestDate earliest, Unportables stuck, boolean leftOut, boolean tried, StaleOrderException stale) {

        public List<DraftStep> getSteps() {
            return DraftStep.of(order);
        }

        public DraftStep getStep() {
            return DraftStep.REVIEW;
        }

        public DraftStep getDocumentsStep() {
            return DraftStep.DOCUMENTS;
        }

        public DraftStep getNumbersStep() {
            return DraftStep.NUMBERS;
        }

        public String getRemoval() {
            return DraftStep.NUMBERS.address(order) + "/removal";
        }

        public String getPrevious() {
            return DraftStep.REVIEW.previous(order).address(order);
        }

        /** @return whether the label of the other carrier is that of the gaining one */
        public boolean isOut() {
            return !order.isIn();
        }

        public boolean isFailed() {
            return tried || stale != null;
        }
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(ReviewPage page);

        private Templates() {
        }
    }

    @GET
    public Response review(@RestPath String pon) {
        var order = orders.get(pon);
        return order.isDraft() ? Response.ok(page(order, false, null)).build() : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@RestPath String pon, @RestForm String version) {
        try {
            submission.send(signedIn.getPerson(), pon, Parameters.version(version), PortOrder::requireDraft,
                    order -> Readiness.of(order, policy, letters));
        } catch (SignInNeededException e) {
            return recent.redirect(DraftStep.REVIEW.address(orders.getNow(pon)));
        } catch (NotReadyException e) {
            return Response.status(Status.BAD_REQUEST).entity(page(orders.getNow(pon), true, null)).build();
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            // A second click on the button: what it asks for was done by the first.
            return now.isDraft() ? Response.status(Status.CONFLICT).entity(page(now, false, e)).build()
                    : Redirect.to("/port-orders/" + pon);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        flash.leave(EnumSet.of(OrderFlash.SUBMITTED));
        return Redirect.to("/port-orders/" + pon);
    }

    private TemplateInstance page(PortOrder order, boolean tried, StaleOrderException stale) {
        var ranges = NumberRanges.compact(order.telephoneNumbers());
        var shown = ranges.subList(0, Math.min(RANGES_SHOWN, ranges.size()));
        return Templates
                .page(new ReviewPage(order, Readiness.of(order, policy, letters), shown, ranges.size() - shown.size(),
                        DocumentsPage.of(order, letters), policy.earliest(order),
                        Unportables.of(NumberCheck.of(order, order.numbersToMove()), Map.of()),
                        !UnreadNumbers.of(order.id).isEmpty(), tried, stale));
    }
}
