package org.portcullis.order.detail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.NoticeAddresses;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.VisibleOrders;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** Asks the owner of an extra address again whether notifications may be sent there. */
@Path(OrderPaths.LIST + "/{pon}/notice-addresses")
@RolesAllowed(Role.ADMIN)
@Blocking
class NoticeAddressResource {

    private final VisibleOrders orders;
    private final NoticeAddresses addresses;
    private final SignedIn signedIn;
    private final RequestContext context;
    private final Flash flash;

    NoticeAddressResource(VisibleOrders orders, NoticeAddresses addresses, SignedIn signedIn, RequestContext context,
            Flash flash) {
        this.orders = orders;
        this.addresses = addresses;
        this.signedIn = signedIn;
        this.context = context;
        this.flash = flash;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askAgain(@RestPath String pon, @RestForm String email) {
        var isAsked = QuarkusTransaction.requiringNew()
                .call(() -> addresses.askAgain(orders.get(pon), email == null ? "" : email,
                        signedIn.getPerson().asActor(), context.getAddress()));
        flash.leave(EnumSet.of(isAsked ? OrderFlash.ADDRESS_ASKED : OrderFlash.ADDRESS_NOT_ASKED));
        return Redirect.to(OrderPaths.LIST + "/" + pon);
    }
}
