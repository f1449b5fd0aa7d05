package org.portcullis.orderform;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.document.Document;
import org.portcullis.document.DocumentKind;
import org.portcullis.document.FileName;
import org.portcullis.document.PdfCheck;
import org.portcullis.portorder.OrderBook;
import org.portcullis.portorder.OrderField;
import org.portcullis.portorder.Orders;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.StaleOrderException;
import org.portcullis.portorder.Step;
import org.portcullis.portorder.TransitionRefusedException;
import org.portcullis.web.Parameters;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;

/** The documents of a draft, or of a rejected order: letter of authorization and bill, each uploaded as a PDF or taken away. */
@Path("/port-orders/{pon}/draft/documents")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DocumentsResource {

    private final SignedIn signedIn;
    private final Orders orders;
    private final OrderBook book;
    private final Letters letters;
    private final AuditTrail audit;
    private final Visit visit;

    DocumentsResource(SignedIn signedIn, Orders orders, OrderBook book, Letters letters, AuditTrail audit, Visit visit) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.book = book;
        this.letters = letters;
        this.audit = audit;
        this.visit = visit;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(DocumentsPage page);

        private Templates() {
        }
    }

    @GET
    public Response page(@RestPath String pon) {
        var order = orders.get(pon);
        return order.isOpen(OrderField.DOCUMENTS) ? Response.ok(Templates.page(DocumentsPage.of(order, letters))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath String pon, @RestForm String kind, @RestForm String stored, @RestForm FileUpload file) throws IOException {
        var wanted = kind(kind);
        var order = orders.get(pon);
        if (!order.isOpen(OrderField.DOCUMENTS)) {
            return LateForm.answer(order, "", new StaleOrderException(order));
        }
        if (file == null || file.fileName().isEmpty()) {
            return refuse(DocumentsPage.of(order, letters).refused(wanted, null));
        }
        var problem = PdfCheck.problem(file.uploadedFile());
        if (problem.isPresent()) {
            return refuse(DocumentsPage.of(order, letters).refused(wanted, problem.get()));
        }
        return change(pon, (found, step) -> {
            requireSame(Document.of(found.id, wanted), stored, found);
            store(found, wanted, file, step);
        });
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath String pon, @RestForm String kind, @RestForm String stored) {
        var unwanted = kind(kind);
        return change(pon, (order, step) -> Document.of(order.id, unwanted).ifPresent(document -> {
            requireSame(Optional.of(document), stored, order);
            document.remove();
            record(AuditEvent.DOCUMENT_REMOVED, order, unwanted);
        }));
    }

    /**
     * @param seen the id of the document that stood there when the form was made; null or empty for none
     * @throws StaleOrderException if another one, or none, stands there now
     */
    private static void requireSame(Optional<Document> stored, String seen, PortOrder order) {
        if (!stored.map(document -> document.id.toString()).orElse("").equals(Objects.requireNonNullElse(seen, ""))) {
            throw new StaleOrderException(order);
        }
    }

    private void store(PortOrder order, DocumentKind kind, FileUpload file, Step step) {
        try (var content = Files.newInputStream(file.uploadedFile())) {
            Document.store(order.id, order.organization.id, kind, FileName.of(file.fileName()), content, step.name(), step.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record(AuditEvent.DOCUMENT_STORED, order, kind);
    }

    private void record(AuditEvent event, PortOrder order, DocumentKind kind) {
        audit.record(event, signedIn.getPerson().asActor(), new Subject(order.id, order.pon, order.organization.id), kind.name(),
                visit.getAddress());
    }

    private Response change(String pon, BiConsumer<PortOrder, Step> change) {
        try {
            book.change(signedIn.getPerson(), pon, (order, step) -> {
                order.requireOpen(OrderField.DOCUMENTS);
                change.accept(order, step);
                order.touch(step);
            });
        } catch (StaleOrderException e) {
            return Response.status(Status.CONFLICT)
                    .entity(Templates.page(DocumentsPage.of(orders.getNow(pon), letters).overtaken(e))).build();
        } catch (TransitionRefusedException e) {
            var now = orders.getNow(pon);
            return LateForm.answer(now, "", new StaleOrderException(now));
        }
        return Redirect.to(DraftStep.DOCUMENTS.address(orders.get(pon)));
    }

    private static DocumentKind kind(String name) {
        return Parameters.constant(DocumentKind.class, name).orElseThrow(BadRequestException::new);
    }

    private static Response refuse(DocumentsPage page) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.page(page)).build();
    }
}
