package org.portcullis.order.draft;

import java.util.List;
import java.util.Map;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.document.Document;
import org.portcullis.order.document.DocumentKind;

/**
 * The page of an order's documents.
 *
 * @param letter the letter of authorization, or null
 * @param isVoid whether the letter was signed here and differs from the order's current data
 * @param canSign whether the order has all data of a letter
 * @param problems which uploads were refused, and why
 * @param stale who changed the order meanwhile, or null
 */
public record DocumentsPage(PortOrder order, Document letter, Document bill, boolean isVoid, boolean canSign,
        Map<DocumentKind, RefusedUpload> problems, StaleOrderException stale) {

    static DocumentsPage of(PortOrder order, Letters letters) {
        var letter = Document.of(order.id, DocumentKind.LOA).orElse(null);
        var canSign = Letters.canBeWritten(order);
        return new DocumentsPage(order, letter, Document.of(order.id, DocumentKind.BILL).orElse(null),
                letter != null && letters.isVoid(order, letter), canSign, Map.of(), null);
    }

    DocumentsPage refused(Map<DocumentKind, RefusedUpload> why) {
        return new DocumentsPage(order, letter, bill, isVoid, canSign, why, null);
    }

    DocumentsPage overtaken(StaleOrderException exception) {
        return new DocumentsPage(order, letter, bill, isVoid, canSign, problems, exception);
    }

    public boolean isFailed() {
        return !problems.isEmpty() || stale != null;
    }

    /** @return why the upload was refused, or null */
    public RefusedUpload problem(DocumentKind kind) {
        return problems.get(kind);
    }

    public Document of(DocumentKind kind) {
        return kind == DocumentKind.LOA ? letter : bill;
    }

    public List<DocumentKind> getKinds() {
        return List.of(DocumentKind.values());
    }

    public List<DraftStep> getSteps() {
        return DraftStep.of(order);
    }

    public DraftStep getStep() {
        return DraftStep.DOCUMENTS;
    }

    public String getAction() {
        return DraftStep.DOCUMENTS.address(order);
    }
}
