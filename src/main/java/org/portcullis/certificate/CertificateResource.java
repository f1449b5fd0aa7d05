package org.portcullis.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;

/** The page of an organization's port-out certificate; the desk names the organization in the address. */
@Path(CertificateResource.PATH)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class CertificateResource {

    static final String PATH = "/port-orders/certificate";

    private final SignedIn signedIn;
    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final Clock clock;

    CertificateResource(SignedIn signedIn, PortOutPinPolicy policy, PortOutPinLife life, Clock clock) {
        this.signedIn = signedIn;
        this.policy = policy;
        this.life = life;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(Certificate certificate, boolean pinRequired);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance page(@RestQuery UUID organization) {
        var certificate = Certificate.visibleTo(signedIn.getPerson(), organization, life, clock.instant())
                .orElseThrow(NotFoundException::new);
        return Templates.page(certificate, policy.isRequired());
    }
}
