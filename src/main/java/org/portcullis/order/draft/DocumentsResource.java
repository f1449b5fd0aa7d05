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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.order.ChangeContext;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.document.Document;
import org.portcullis.order.document.DocumentKind;
import org.portcullis.order.document.FileName;
import org.portcullis.order.document.PdfCheck;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/**
 * The documents of a draft or a rejected order: letter of authorization and bill, each uploaded as a PDF or removed.
 * Every button stores the chosen files, except refused ones and those of a kind that is removed.
 */
@Path("/port-orders/{pon}/draft/documents")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DocumentsResource {

    /** Names of buttons: these two are followed by the kind of document; the third leads to the letter to be signed. */
    private static final String UPLOAD = "upload-";
    private static final String REMOVE = "remove-";
    private static final String LETTER = "letter";
    /** The fields of a kind of document: a file, and the id of the stored document when the form was made. */
    private static final String FILE = "file-";
    private static final String STORED = "stored-";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final Letters letters;
    private final AuditTrail audit;
    private final RequestContext context;
    private final FormFields posted;
    private final Limits limits;
    private final Limited limited;

    DocumentsResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, Letters letters, AuditTrail audit,
            RequestContext context,
            FormFields posted, Limits limits, Limited limited) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.letters = letters;
        this.audit = audit;
        this.context = context;
        this.posted = posted;
        this.limits = limits;
        this.limited = limited;
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
        return order.isOpen(OrderField.DOCUMENTS)
                ? Response.ok(Templates.page(DocumentsPage.of(order, letters))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(@RestPath String pon, @RestForm String go, @RestForm(FileUpload.ALL) List<FileUpload> files)
            throws IOException {
        var order = orders.get(pon);
        var aim = address(go, order);
        var removed = kind(REMOVE, go);
        var chosen = chosen(files);
        if (!order.isOpen(OrderField.DOCUMENTS)) {
            return removed.isPresent() || !chosen.isEmpty()
                    ? StaleForm.answer(order, "", new StaleOrderException(order))
                    : Redirect.to("/port-orders/" + pon);
        }
        removed.ifPresent(chosen::remove);
        var problems = new EnumMap<DocumentKind, RefusedUpload>(DocumentKind.class);
        kind(UPLOAD, go).filter(kind -> !chosen.containsKey(kind))
                .ifPresent(kind -> problems.put(kind, RefusedUpload.missing()));
        try {
            for (var file : chosen.entrySet()) {
                limits.within(CostlyWork.PDF_CHECK, signedIn.getPerson().asCaller(),
                        () -> PdfCheck.problem(file.getValue().uploadedFile()))
                        .ifPresent(problem -> problems.put(file.getKey(), RefusedUpload.of(file.getValue(), problem)));
            }
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> Templates.page(DocumentsPage.of(order, letters)));
        }
        chosen.keySet().removeAll(problems.keySet());
        if (removed.isPresent() || !chosen.isEmpty()) {
            var hindrance = change(pon, removed, chosen);
            if (hindrance.isPresent()) {
                return hindrance.get();
            }
        }
        return problems.isEmpty() ? Redirect.to(aim)
                : answer(Status.BAD_REQUEST, DocumentsPage.of(orders.getNow(pon), letters).refused(problems));
    }

    /** @return the address that the button leads to after all files were accepted */
    private static String address(String go, PortOrder order) {
        if (LETTER.equals(go)) {
            return LetterResource.path(order);
        }
        return kind(UPLOAD, go).or(() -> kind(REMOVE, go)).isPresent() ? DraftStep.DOCUMENTS.address(order)
                : WizardButton.address(go, DraftStep.DOCUMENTS, order);
    }

    private static Optional<DocumentKind> kind(String button, String go) {
        return go == null || !go.startsWith(button) ? Optional.empty()
                : Parameters.constant(DocumentKind.class, go.substring(button.length()));
    }

    private static Map<DocumentKind, FileUpload> chosen(List<FileUpload> files) {
        var chosen = new EnumMap<DocumentKind, FileUpload>(DocumentKind.class);
        for (var kind : DocumentKind.values()) {
            files.stream().filter(file -> file.name().equals(FILE + kind) && !file.fileName().isEmpty()).findFirst()
                    .ifPresent(file -> chosen.put(kind, file));
        }
        return chosen;
    }

    /** @return the page to answer with if nothing could be changed */
    private Optional<Response> change(String pon, Optional<DocumentKind> removed,
            Map<DocumentKind, FileUpload> chosen) {
        try {
            changes.change(signedIn.getPerson(), pon, (order, step) -> {
                order.requireOpen(OrderField.DOCUMENTS);
                removed.ifPresent(kind -> Document.of(order.id, kind).ifPresent(document -> {
                    requireAsSeen(Optional.of(document), kind, order);
                    document.remove();
                    record(AuditEvent.DOCUMENT_REMOVED, order, kind);
                }));
                chosen.forEach((kind, file) -> {
                    var stored = Document.of(order.id, kind);
                    // A second click sends the file that the first click has stored.
                    if (stored.filter(document -> isSame(document, file)).isEmpty()) {
                        requireAsSeen(stored, kind, order);
                        store(order, kind, file, step);
                    }
                });
                order.touch(step);
            });
            return Optional.empty();
        } catch (StaleOrderException e) {
            return Optional.of(answer(Status.CONFLICT, DocumentsPage.of(orders.getNow(pon), letters).overtaken(e)));
        } catch (TransitionRefusedException e) {
            var now = orders.getNow(pon);
            return Optional.of(StaleForm.answer(now, "", new StaleOrderException(now)));
        }
    }

    /** @throws StaleOrderException if another document was stored since the form was made */
    private void requireAsSeen(Optional<Document> stored, DocumentKind kind, PortOrder order) {
        if (!stored.map(document -> document.id.toString()).orElse("").equals(posted.get(STORED + kind))) {
            throw new StaleOrderException(order);
        }
    }

    private static boolean isSame(Document document, FileUpload file) {
        try (var content = Files.newInputStream(file.uploadedFile())) {
            return document.is(FileName.of(file.fileName()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store(PortOrder order, DocumentKind kind, FileUpload file, ChangeContext step) {
        try (var content = Files.newInputStream(file.uploadedFile())) {
            Document.store(order.id, order.organization.id, kind, FileName.of(file.fileName()), content, step.name(),
                    step.at());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record(AuditEvent.DOCUMENT_STORED, order, kind);
    }

    private void record(AuditEvent event, PortOrder order, DocumentKind kind) {
        audit.record(event, signedIn.getPerson().asActor(), new Subject(order.id, order.pon, order.organization.id),
                kind.name(),
                context.getAddress());
    }

    private static Response answer(Status status, DocumentsPage page) {
        return Response.status(status).entity(Templates.page(page)).build();
    }
}
