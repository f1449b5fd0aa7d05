package org.portcullis.portorder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.organization.Organization;

/** The port orders page. */
@Path(PortOrderResource.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class PortOrderResource {

    static final String PATH = "/port-orders";

    /** More are found by typing more of the name. */
    private static final int ORGANIZATIONS_SHOWN = 50;

    private final SignedIn signedIn;

    PortOrderResource(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(OrderList list);

        static native TemplateInstance organizations(List<Organization> organizations, String name);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@BeanParam OrderListParameters parameters, @RestQuery String name) {
        var query = parameters.toQuery();
        var person = signedIn.getPerson();
        if (person.isDesk() && query.organizationId() == null) {
            var part = name == null ? "" : name.strip();
            return Templates.organizations(Organization.named(part, ORGANIZATIONS_SHOWN), part);
        }
        var organization = Organization.byId(person.isDesk() ? query.organizationId() : person.organizationId());
        if (organization == null || !person.isDesk() && query.organizationId() != null) {
            throw new NotFoundException();
        }
        return Templates.list(OrderList.of(organization, query));
    }
}
