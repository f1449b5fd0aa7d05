package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Visitor;
import org.portcullis.web.i18n.Languages;

@QuarkusTest
class DocumentTest extends PortalTest {

    private static final Instant NOW = Instant.parse("2026-06-02T21:30:00Z");
    private static final FileName NAME = FileName.of("bill.pdf");

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final UUID order = organization.orderId(organization.order("Harbor").saved());

    private Document store(DocumentKind kind, byte[] content) {
        return QuarkusTransaction.requiringNew().call(() -> Document.store(order, organization.id(), kind, NAME,
                new ByteArrayInputStream(content), "The admin", NOW));
    }

    private List<Document> documents() {
        return QuarkusTransaction.requiringNew().call(() -> Document.of(order));
    }

    private byte[] download(Document document) {
        return Visitor.inEnglish().signedInAs(organization.viewer()).download("/port-orders/documents/" + document.id)
                .body();
    }

    @Test
    void keepsEveryByteOfTheLargest() {
        var content = new byte[(int) PdfCheck.LARGEST];
        new Random(1).nextBytes(content);
        var document = store(DocumentKind.BILL, content);
        assertEquals(content.length, documents().get(0).size);
        assertArrayEquals(content, download(document));
    }

    @Test
    void replacesTheEarlierOneOfItsKind() {
        store(DocumentKind.BILL, new byte[] {1});
        store(DocumentKind.LOA, new byte[] {2});
        var latest = store(DocumentKind.BILL, new byte[] {3});
        assertEquals(List.of(DocumentKind.LOA, DocumentKind.BILL),
                documents().stream().map(document -> document.kind).toList());
        assertArrayEquals(new byte[] {3}, download(latest));
    }

    @Test
    void isGoneWithItsContentOnceRemoved() {
        var id = store(DocumentKind.BILL, new byte[] {1}).id;
        QuarkusTransaction.requiringNew().run(() -> Document.of(order, DocumentKind.BILL).orElseThrow().remove());
        assertEquals(List.of(), documents());
        assertTrue(QuarkusTransaction.requiringNew().call(() -> DocumentChunk.content(id, 0)).isEmpty());
    }

    @Test
    void keepsWhoSignedALetterAndKnowsWhenItIsVoid() {
        var letter = letter("88-2041");
        QuarkusTransaction.requiringNew().call(() -> Document.store(order, organization.id(), NAME, letter,
                new Signature("The admin", NOW, ZoneOffset.UTC, "10.1.2.3"), Languages.FRENCH));
        var stored = documents().get(0);
        assertEquals(List.of(DocumentKind.LOA, "The admin", NOW, "10.1.2.3", "fr-FR"),
                List.of(stored.kind, stored.signedName, stored.signedAt, stored.signedAddress, stored.language));
        assertFalse(stored.isVoid(letter("88-2041")));
        assertTrue(stored.isVoid(letter("88-2042")));
        assertTrue(Pdfs.text(download(stored)).contains("88-2041"));
    }

    @Test
    void isNeverVoidWhereItWasUploaded() {
        assertFalse(store(DocumentKind.LOA, new byte[] {1}).isVoid(letter("88-2042")));
    }

    private static LetterOfAuthorization letter(String accountNumber) {
        return new LetterOfAuthorization("Cascade Freight", null, "Columbia Fiber", "Cascade", accountNumber,
                "The admin",
                "1200 Alaskan Way", "Seattle, WA 98101", "+12065550100", List.of("+1 206-555-0100"), true, null, null);
    }
}
