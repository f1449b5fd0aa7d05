package org.portcullis.order.detail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.order.CommentForm;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.VisibleOrders;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** The page of one order, with its comments. */
@Path(OrderPaths.LIST + "/{pon}")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
class OrderResource {

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final OrderPages pages;
    private final Flash flash;

    OrderResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, OrderPages pages, Flash flash) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.pages = pages;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance detail(OrderPage page);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance detail(@RestPath String pon, @RestQuery String numbers) {
        return Templates.detail(page(pon, numbers, flash.take(OrderFlash.class), CommentForm.empty()));
    }

    /** A page after a refused comment has this address; opening it again redirects to the order. */
    @GET
    @Path("comments")
    public Response comments(@RestPath String pon) {
        return Redirect.to(OrderPaths.LIST + "/" + pon + "#comments");
    }

    @POST
    @Path("comments")
    @RolesAllowed({Role.ADMIN, Role.DESK})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response comment(@RestPath String pon, @RestForm String id, @RestForm String words,
            @RestForm String deskOnly) {
        var person = signedIn.getPerson();
        var form = CommentForm.checked(Parameters.uuid(id), words, person.isDesk() && deskOnly != null);
        if (form.problem() != null) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.detail(page(pon, null, Set.of(), form))).build();
        }
        changes.comment(person, pon, form);
        flash.leave(EnumSet.of(OrderFlash.COMMENTED));
        return Redirect.to(OrderPaths.LIST + "/" + pon + "#comments");
    }

    private OrderPage page(String pon, String numbers, Set<OrderFlash> words, CommentForm comment) {
        var person = signedIn.getPerson();
        var order = orders.get(pon);
        return pages.of(order, person, Parameters.page(numbers), words, comment);
    }
}
