package org.portcullis.account;

import io.vertx.core.http.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.portcullis.audit.AuditEvent;
import org.portcullis.audit.AuditTrail.Subject;
import org.portcullis.audit.AuditTrail;
import org.portcullis.web.i18n.RequestContext;

/**
 * Records in the audit trail, before it is sent, every file that leaves the portal: every response that a browser saves
 * instead of showing.
 */
class Downloads {

    private static final String ATTACHMENT = "attachment";
    private static final String EXPORT = "csv";

    private final SignedIn signedIn;
    private final AuditTrail audit;
    private final RequestContext context;

    Downloads(SignedIn signedIn, AuditTrail audit, RequestContext context) {
        this.signedIn = signedIn;
        this.audit = audit;
        this.context = context;
    }

    /** @throws RuntimeException if the entry can't be written; the file is then not sent */
    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        var disposition = response.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
        if (response.getStatus() != 200 || disposition == null || !disposition.startsWith(ATTACHMENT)
                || !request.getMethod().equals(HttpMethod.GET.name()) || !signedIn.isPresent()) {
            return;
        }
        var person = signedIn.getPerson();
        var isExport = response.getMediaType() != null && response.getMediaType().getSubtype().equals(EXPORT);
        var uri = request.getUriInfo().getRequestUri();
        var address = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        audit.record(isExport ? AuditEvent.EXPORT_DOWNLOADED : AuditEvent.DOCUMENT_DOWNLOADED, person.asActor(),
                new Subject(null, null, person.organizationId()), address, context.getAddress());
    }
}
