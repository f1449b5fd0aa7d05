package org.portcullis.order.document;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.SignedIn;
import org.portcullis.pdf.PdfDocument;
import org.portcullis.web.http.Downloads;

/** Downloads of the orders' documents, sent as attachments so that they never open within the portal's site. */
@Path("/port-orders/documents")
@Authenticated
@Blocking
class DocumentResource {

    private final SignedIn signedIn;
    private final Downloads downloads;

    DocumentResource(SignedIn signedIn, Downloads downloads) {
        this.signedIn = signedIn;
        this.downloads = downloads;
    }

    @GET
    @Path("{id}")
    @Produces(PdfDocument.MEDIA_TYPE)
    public Response content(@RestPath UUID id) {
        var document = Document.visibleTo(signedIn.getPerson(), id).orElseThrow(NotFoundException::new);
        return Response.ok(downloads.file(content(document.id, document.size)))
                .header(HttpHeaders.CONTENT_LENGTH, document.size)
                .header(HttpHeaders.CONTENT_DISPOSITION, document.fileName().asAttachment())
                .build();
    }

    /** Each chunk is read in its own transaction, so that only one is in memory at a time. */
    private static StreamingOutput content(UUID id, long size) {
        return output -> {
            int position = 0;
            for (long sent = 0; sent < size; position++) {
                int next = position;
                var bytes = QuarkusTransaction.requiringNew().call(() -> DocumentChunk.content(id, next))
                        .orElseThrow(() -> new IOException("The document was replaced while it was read"));
                output.write(bytes);
                sent += bytes.length;
            }
        };
    }
}
