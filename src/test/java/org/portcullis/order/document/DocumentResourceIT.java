package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portcullis.packaged.OnPackagedPortal;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;
import org.portcullis.testing.Visitor;

@OnPackagedPortal
class DocumentResourceIT extends PortalTest {

    private static final byte[] CONTENT = Pdfs.plain();

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final String path = "/port-orders/documents/"
            + organization.document(organization.order("Harbor").saved(), "Relevé mai.pdf", CONTENT, 100);

    @Test
    void handsOutTheFileToBeSavedAndNeverOpened() {
        var answer = Visitor.inEnglish().signedInAs(organization.viewer()).download(path);
        assertEquals(200, answer.statusCode());
        assertArrayEquals(CONTENT, answer.body());
        var headers = answer.headers();
        assertEquals("application/pdf", headers.firstValue("Content-Type").orElseThrow());
        assertEquals(CONTENT.length, headers.firstValueAsLong("Content-Length").orElseThrow());
        assertEquals("attachment; filename=\"Releve mai.pdf\"; filename*=UTF-8''Relev%C3%A9%20mai.pdf",
                headers.firstValue("Content-Disposition").orElseThrow());
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void doesNotExistForAnotherOrganization() {
        var stranger = Visitor.inEnglish().signedInAs(Fixtures.organization("Somebody else").saved().admin());
        assertEquals(404, stranger.get(path).status());
        assertEquals(404, stranger.get("/port-orders/documents/" + UUID.randomUUID()).status());
        assertEquals(404, stranger.get("/port-orders/documents/made-up").status());
    }

    @Test
    void isThereForTheDesk() {
        assertArrayEquals(CONTENT, Visitor.inFrench().signedInAs(Fixtures.desk()).download(path).body());
    }

    @Test
    void breaksOffWhereItIsReplacedWhileSomebodyReads() {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Row.update("delete from document_chunk where document_id = ? and position > 0", id);
        var visitor = Visitor.inEnglish().signedInAs(organization.viewer());
        try {
            var answer = visitor.download(path);
            assertTrue(answer.statusCode() >= 500, "answered " + answer.statusCode());
        } catch (IllegalStateException e) {
            assertTrue(e.getCause() instanceof IOException);
        }
    }
}
