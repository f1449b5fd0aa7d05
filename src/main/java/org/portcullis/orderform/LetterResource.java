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
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.document.Document;
import org.portcullis.document.FileName;
import org.portcullis.document.LetterOfAuthorization;
import org.portcullis.document.Signature;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.orderform.LetterPage.SignatureProblem;
import org.portcullis.portorder.OrderBook;
import org.portcullis.portorder.OrderField;
import org.portcullis.portorder.Orders;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.TransitionRefusedException;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;

/** The letter of authorization as the portal makes it: read here, signed by typing one's name, kept as a PDF. */
@Path("/port-orders/{pon}/draft/letter")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class LetterResource {

    private final SignedIn signedIn;
    private final Orders orders;
    private final OrderBook book;
    private final Letters letters;
    private final AuditTrail audit;
    private final Visit visit;
    private final Limits limits;
    private final Limited limited;

    LetterResource(SignedIn signedIn, Orders orders, OrderBook book, Letters letters, AuditTrail audit, Visit visit,
            Limits limits, Limited limited) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.book = book;
        this.letters = letters;
        this.audit = audit;
        this.visit = visit;
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
                        ? Response.status(Status.CONFLICT).entity(page(now, letters.of(now), typed, SignatureProblem.CHANGED)).build()
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
        book.change(signedIn.getPerson(), pon, (found, step) -> {
            found.requireOpen(OrderField.DOCUMENTS);
            var letter = Letters.canBeWritten(found) ? letters.of(found) : null;
            signed[0] = letter != null && letter.digest().equals(digest);
            if (signed[0]) {
                Document.store(found.id, found.organization.id, FileName.of("LOA " + found.pon), letter,
                        new Signature(typed, step.at(), found.organization.timeZone, visit.getAddress()), visit.getLanguage());
                audit.record(AuditEvent.LETTER_SIGNED, signedIn.getPerson().asActor(),
                        new Subject(found.id, found.pon, found.organization.id), visit.getAddress());
                found.touch(step);
            }
        });
        return signed[0];
    }

    private static boolean canBeSigned(PortOrder order) {
        return order.isOpen(OrderField.DOCUMENTS) && order.isIn() && Letters.canBeWritten(order);
    }

    private SignatureProblem problem(String name, PortOrder order) {
        return letters.of(order).text(visit.getLanguage()).getUndrawable().isEmpty() ? SignatureProblem.of(name)
                : SignatureProblem.LETTER_UNDRAWABLE;
    }

    private TemplateInstance page(PortOrder order, LetterOfAuthorization letter, String name, SignatureProblem problem) {
        return Templates.page(new LetterPage(order, letter.text(visit.getLanguage()), letter.digest(), name, problem));
    }
}
