package org.portcullis.order.detail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.mail.AddressLinks;
import org.portcullis.order.NoticeAddresses;
import org.portcullis.organization.Organization;
import org.portcullis.web.i18n.RequestContext;

/**
 * The page behind the link that asks whether an address may get notifications. Opening it changes nothing; only its
 * buttons do.
 */
@Path(AddressLinks.PATH + "{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NoticeConfirmationResource {

    private static final String CONFIRM = "confirm";
    private static final String DECLINE = "decline";

    private final NoticeAddresses addresses;
    private final RequestContext context;

    NoticeConfirmationResource(NoticeAddresses addresses, RequestContext context) {
        this.addresses = addresses;
        this.context = context;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance question(String address, String organization, String action);

        static native TemplateInstance answered(boolean confirmed);

        static native TemplateInstance dead();

        private Templates() {
        }
    }

    @GET
    public Response ask(@RestPath String token) {
        return addresses.byToken(token).map(address -> Response.ok(Templates.question(address.address,
                Organization.<Organization>findById(address.organizationId).name, AddressLinks.PATH + token)).build())
                .orElseGet(NoticeConfirmationResource::dead);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@RestPath String token, @RestForm String go) {
        if (!CONFIRM.equals(go) && !DECLINE.equals(go)) {
            if (addresses.byToken(token).isPresent()) {
                throw new BadRequestException();
            }
            return dead();
        }
        var isYes = CONFIRM.equals(go);
        return QuarkusTransaction.requiringNew().call(() -> addresses.answer(token, isYes, context.getAddress()))
                ? Response.ok(Templates.answered(isYes)).build()
                : dead();
    }

    private static Response dead() {
        return Response.status(Status.NOT_FOUND).entity(Templates.dead()).build();
    }
}
