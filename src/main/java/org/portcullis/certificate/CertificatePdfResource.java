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
import org.portcullis.document.FileName;
import org.portcullis.document.Paper;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.Limits;
import org.portcullis.portoutpin.PortOutPinLife;
import org.portcullis.portoutpin.PortOutPinPolicy;
import org.portcullis.web.Languages;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;

/** The port-out certificate as a PDF to save, in the reader's language. */
@Path("/port-orders/certificate.pdf")
@Authenticated
@Blocking
@Produces(Paper.MEDIA_TYPE)
class CertificatePdfResource {

    private final SignedIn signedIn;
    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final Visit visit;
    private final Limits limits;
    private final Clock clock;

    CertificatePdfResource(SignedIn signedIn, PortOutPinPolicy policy, PortOutPinLife life, Visit visit, Limits limits, Clock clock) {
        this.signedIn = signedIn;
        this.policy = policy;
        this.life = life;
        this.visit = visit;
        this.limits = limits;
        this.clock = clock;
    }

    @GET
    public Response pdf(@RestQuery UUID organization) {
        var certificate = Certificate.visibleTo(signedIn.getPerson(), organization, life, clock.instant())
                .orElseThrow(NotFoundException::new);
        if (!certificate.getUndrawable().isEmpty()) {
            // The page says which characters are in the way.
            return Redirect.to(CertificateResource.PATH + (organization == null ? "" : "?organization=" + organization));
        }
        var language = visit.getLanguage();
        var words = Languages.words(CertificateMessages.class, language);
        var paper = new CertificatePaper(certificate, policy.isRequired(), language, visit.getZone());
        return Response.ok(limits.within(CostlyWork.PAPER, signedIn.getPerson().asCaller(), paper::pdf))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(words.fileName(certificate.organization().name)).asAttachment())
                .build();
    }
}
