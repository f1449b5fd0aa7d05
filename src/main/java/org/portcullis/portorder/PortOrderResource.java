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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.businessday.BusinessDays;
import org.portcullis.organization.Organization;

/** The port orders page and the page of one order. */
@Path(PortOrderResource.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class PortOrderResource {

    static final String PATH = "/port-orders";

    /** More are found by typing more of the name. */
    private static final int ORGANIZATIONS_SHOWN = 50;

    private final SignedIn signedIn;
    private final BusinessDays businessDays;

    PortOrderResource(SignedIn signedIn, BusinessDays businessDays) {
        this.signedIn = signedIn;
        this.businessDays = businessDays;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(OrderList list);

        static native TemplateInstance organizations(List<Organization> organizations, String name);

        static native TemplateInstance detail(PortOrder order, Due due);

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

    @GET
    @Path("{pon}")
    public TemplateInstance detail(@RestPath String pon) {
        var order = PortOrder.visibleTo(signedIn.getPerson(), pon).orElseThrow(NotFoundException::new);
        return Templates.detail(order, order.due(businessDays).orElse(null));
    }
}
