package org.portcullis.order.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.SignedIn;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.OrderPaths;
import org.portcullis.organization.Organization;
import org.portcullis.web.form.Flash;
import org.portcullis.web.i18n.ReturnUrl;

/** The port orders page. */
@Path(OrderPaths.LIST)
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class PortOrderResource {

    /** More are found by typing more of the name. */
    private static final int ORGANIZATIONS_SHOWN = 50;

    private final SignedIn signedIn;
    private final ReturnUrl returnUrl;
    private final Flash flash;
    private final Clock clock;

    PortOrderResource(SignedIn signedIn, ReturnUrl returnUrl, Flash flash, Clock clock) {
        this.signedIn = signedIn;
        this.returnUrl = returnUrl;
        this.flash = flash;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(OrderList list, Set<OrderFlash> flash);

        static native TemplateInstance organizations(List<Organization> organizations, String name);

        private Templates() {
        }
    }

    @GET
    public Response list(@BeanParam OrderListParameters parameters, @RestQuery String name) {
        var query = parameters.toQuery();
        var person = signedIn.getPerson();
        if (person.isDesk() && query.organizationId() == null) {
            var part = name == null ? "" : name.strip();
            return Response.ok(Templates.organizations(Organization.named(part, ORGANIZATIONS_SHOWN), part)).build();
        }
        var organization = OrderListParameters.organization(query, person).orElseThrow(NotFoundException::new);
        var list = OrderList.of(organization, query, clock.instant());
        returnUrl.remember(query.address());
        var page = Templates.list(list, flash.take(OrderFlash.class));
        return Response.status(list.isFailed() ? Status.BAD_REQUEST : Status.OK).entity(page).build();
    }
}
