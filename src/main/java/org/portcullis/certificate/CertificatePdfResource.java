package org.portcullis.certificate;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.order.document.FileName;
import org.portcullis.pdf.PdfDocument;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.Languages;
import org.portcullis.web.i18n.RequestContext;

/** The port-out certificate as a PDF download, in the reader's language. */
@Path("/port-orders/certificate.pdf")
@Authenticated
@Blocking
@Produces(PdfDocument.MEDIA_TYPE)
class CertificatePdfResource {

    private final SignedIn signedIn;
    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final RequestContext context;
    private final Limits limits;
    private final Clock clock;

    CertificatePdfResource(SignedIn signedIn, PortOutPinPolicy policy, PortOutPinLife life, RequestContext context,
            Limits limits, Clock clock) {
        this.signedIn = signedIn;
        this.policy = policy;
        this.life = life;
        this.context = context;
        this.limits = limits;
        this.clock = clock;
    }

    @GET
    public Response pdf(@RestQuery UUID organization) {
        var certificate = Certificate.visibleTo(signedIn.getPerson(), organization, life, clock.instant())
                .orElseThrow(NotFoundException::new);
        if (!certificate.getUndrawable().isEmpty()) {
            // The page lists the characters that can't be drawn.
            return Redirect
                    .to(CertificateResource.PATH + (organization == null ? "" : "?organization=" + organization));
        }
        var language = context.getLanguage();
        var words = Languages.words(CertificateMessages.class, language);
        var paper = new CertificatePdf(certificate, policy.isRequired(), language, context.getZone());
        return Response.ok(limits.within(CostlyWork.PAPER, signedIn.getPerson().asCaller(), paper::pdf))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(words.fileName(certificate.organization().name)).asAttachment())
                .build();
    }
}
