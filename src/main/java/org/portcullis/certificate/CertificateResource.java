package org.portcullis.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.document.FileName;
import org.portcullis.document.Paper;
import org.portcullis.organization.Organization;
import org.portcullis.portoutpin.PortOutPinPolicy;
import org.portcullis.web.Languages;
import org.portcullis.web.Visit;

/** The port-out certificate of the person's organization; the desk names whose. */
@Path("/port-orders")
@Authenticated
@Blocking
class CertificateResource {

    private final SignedIn signedIn;
    private final PortOutPinPolicy policy;
    private final Visit visit;
    private final Clock clock;

    CertificateResource(SignedIn signedIn, PortOutPinPolicy policy, Visit visit, Clock clock) {
        this.signedIn = signedIn;
        this.policy = policy;
        this.visit = visit;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(Certificate certificate, boolean pinRequired);

        private Templates() {
        }
    }

    @GET
    @Path("certificate")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery UUID organization) {
        return Templates.page(certificate(organization), policy.isRequired());
    }

    @GET
    @Path("certificate.pdf")
    @Produces(Paper.MEDIA_TYPE)
    public Response pdf(@RestQuery UUID organization) {
        var certificate = certificate(organization);
        var words = Languages.words(CertificateMessages.class, visit.getLanguage());
        var name = FileName.of(words.fileName(certificate.organization().name));
        return Response.ok(new CertificatePaper(certificate, policy.isRequired(), visit.getLanguage(), visit.getZone()).pdf())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.asAttachment())
                .build();
    }

    /** Only the desk may name an organization, and it has to. */
    private Certificate certificate(UUID named) {
        var person = signedIn.getPerson();
        if (person.isDesk() == (named == null)) {
            throw new NotFoundException();
        }
        var organization = Organization.byId(person.isDesk() ? named : person.organizationId());
        if (organization == null) {
            throw new NotFoundException();
        }
        return Certificate.of(organization, clock.instant());
    }
}
