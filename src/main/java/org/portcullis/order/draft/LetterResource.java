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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.document.Document;
import org.portcullis.order.document.FileName;
import org.portcullis.order.document.LetterOfAuthorization;
import org.portcullis.order.document.Signature;
import org.portcullis.order.draft.LetterPage.SignatureProblem;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The letter of authorization that the portal generates: read here, signed by typing one's name, stored as a PDF. */
@Path("/port-orders/{pon}/draft/letter")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class LetterResource {

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final Letters letters;
    private final AuditTrail audit;
    private final RequestContext context;
    private final Limits limits;
    private final Limited limited;

    LetterResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, Letters letters, AuditTrail audit,
            RequestContext context,
            Limits limits, Limited limited) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.letters = letters;
        this.audit = audit;
        this.context = context;
        this.limits = limits;
        this.limited = limited;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(LetterPage page);

        private Templates() {
        }
    }

    static String path(PortOrder order) {
        return "/port-orders/" + order.pon + "/draft/letter";
    }

    @GET
    public Response letter(@RestPath String pon) {
        var order = orders.get(pon);
        return canBeSigned(order) ? Response.ok(page(order, letters.of(order), "", null)).build()
                : Redirect.to(DraftStep.DOCUMENTS.address(order));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@RestPath String pon, @RestForm String name, @RestForm String digest) {
        var order = orders.get(pon);
        if (!canBeSigned(order)) {
            return Redirect.to(DraftStep.DOCUMENTS.address(order));
        }
        var typed = name == null ? "" : name.strip();
        var problem = problem(typed, order);
        if (problem != null) {
            return Response.status(Status.BAD_REQUEST).entity(page(order, letters.of(order), typed, problem)).build();
        }
        try {
            if (!limits.within(CostlyWork.PAPER, signedIn.getPerson().asCaller(), () -> store(pon, typed, digest))) {
                var now = orders.getNow(pon);
                return canBeSigned(now)
                        ? Response.status(Status.CONFLICT)
                                .entity(page(now, letters.of(now), typed, SignatureProblem.CHANGED)).build()
                        : Redirect.to(DraftStep.DOCUMENTS.address(now));
            }
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> page(order, letters.of(order), typed, null));
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        return Redirect.to(DraftStep.DOCUMENTS.address(order));
    }

    /** @return whether the letter still states what was read; if not, nothing is signed */
    private boolean store(String pon, String typed, String digest) {
        var signed = new boolean[1];
        changes.change(signedIn.getPerson(), pon, (found, step) -> {
            found.requireOpen(OrderField.DOCUMENTS);
            var letter = Letters.canBeWritten(found) ? letters.of(found) : null;
            signed[0] = letter != null && letter.digest().equals(digest);
            if (signed[0]) {
                Document.store(found.id, found.organization.id, FileName.of("LOA " + found.pon), letter,
                        new Signature(typed, step.at(), found.organization.timeZone, context.getAddress()),
                        context.getLanguage());
                audit.record(AuditEvent.LETTER_SIGNED, signedIn.getPerson().asActor(),
                        new Subject(found.id, found.pon, found.organization.id), context.getAddress());
                found.touch(step);
            }
        });
        return signed[0];
    }

    private static boolean canBeSigned(PortOrder order) {
        return order.isOpen(OrderField.DOCUMENTS) && order.isIn() && Letters.canBeWritten(order);
    }

    private SignatureProblem problem(String name, PortOrder order) {
        return letters.of(order).text(context.getLanguage()).getUndrawable().isEmpty() ? SignatureProblem.of(name)
                : SignatureProblem.LETTER_UNDRAWABLE;
    }

    private TemplateInstance page(PortOrder order, LetterOfAuthorization letter, String name,
            SignatureProblem problem) {
        return Templates
                .page(new LetterPage(order, letter.text(context.getLanguage()), letter.digest(), name, problem));
    }
}
