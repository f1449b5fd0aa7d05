package org.portcullis.portorder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.organization.Organization;
import org.portcullis.portorder.PinPanel.Access;
import org.portcullis.portoutpin.PortOutPin;
import org.portcullis.portoutpin.PortOutPinChange;
import org.portcullis.portoutpin.PortOutPinPolicy;
import org.portcullis.portoutpin.PortOutPinProblem;
import org.portcullis.portoutpin.Weakness;
import org.portcullis.web.Flash;
import org.portcullis.web.Redirect;
import org.portcullis.web.Visit;

/** The panel beside the list of orders in which an organization's port-out PIN is set or changed. */
@Path(PinPanelResource.PATH)
@RolesAllowed({Role.ADMIN, Role.VIEWER})
@Blocking
@Produces(MediaType.TEXT_HTML)
class PinPanelResource {

    static final String PATH = PortOrderResource.PATH + "/pin";

    private final SignedIn signedIn;
    private final PortOutPinPolicy policy;
    private final PortOutPinChange change;
    private final Visit visit;
    private final Flash flash;

    PinPanelResource(SignedIn signedIn, PortOutPinPolicy policy, PortOutPinChange change, Visit visit, Flash flash) {
        this.signedIn = signedIn;
        this.policy = policy;
        this.change = change;
        this.visit = visit;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance panel(OrderList list, PinPanel panel, PortOutPinPolicy policy);

        private Templates() {
        }
    }

    @GET
    public Response panel(@BeanParam OrderListParameters parameters) {
        var words = flash.take(PinFlash.class);
        return page(Status.OK, parameters, panel -> words.contains(PinFlash.SAVED)
                ? panel.saved(PinFlash.weaknesses(words)) : panel);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestForm String pin, @RestForm String revision, @BeanParam OrderListParameters parameters) {
        var organization = organization();
        if (access(organization) != Access.SET) {
            return page(Status.FORBIDDEN, parameters, UnaryOperator.identity());
        }
        int expected = revision(revision);
        var trimmed = PortOutPinPolicy.trimmed(pin == null ? "" : pin);
        var weaknesses = QuarkusTransaction.requiringNew().call(() -> policy.weaknesses(trimmed, organization));
        var problem = policy.problem(trimmed, PortOutPin.revisionOf(organization.id) > 0, weaknesses);
        if (problem.isPresent()) {
            return refuse(problem.get(), weaknesses, Status.BAD_REQUEST, parameters);
        }
        var prepared = change.prepare(trimmed, organization.id);
        if (prepared.isEmpty()) {
            return refuse(PortOutPinProblem.ENDED, Set.of(), Status.BAD_REQUEST, parameters);
        }
        if (!change.apply(prepared.get(), expected, signedIn.getPerson().asActor(), visit.getAddress())) {
            return refuse(PortOutPinProblem.CHANGED_MEANWHILE, Set.of(), Status.CONFLICT, parameters);
        }
        flash.leave(PinFlash.saved(weaknesses));
        return Redirect.to(parameters.toQuery().address(PATH));
    }

    /** A PIN made here, shown in the field this once; it is nothing yet until it is saved. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("generated")
    public Response generate(@BeanParam OrderListParameters parameters) {
        var organization = organization();
        if (access(organization) != Access.SET) {
            return page(Status.FORBIDDEN, parameters, UnaryOperator.identity());
        }
        var generated = QuarkusTransaction.requiringNew().call(() -> policy.generate(organization));
        return page(Status.OK, parameters, panel -> panel.offering(generated));
    }

    /** Where somebody ends up who signs in again after asking for one. */
    @GET
    @Path("generated")
    public Response generated(@BeanParam OrderListParameters parameters) {
        return Redirect.to(parameters.toQuery().address(PATH));
    }

    private Response refuse(PortOutPinProblem problem, Set<Weakness> weaknesses, Status status, OrderListParameters parameters) {
        return page(status, parameters, panel -> panel.refused(problem, weaknesses));
    }

    /** Rendered within the transaction that read the list, with the PIN's state as it is now. */
    private Response page(Status status, OrderListParameters parameters, UnaryOperator<PinPanel> result) {
        var html = QuarkusTransaction.requiringNew().call(() -> {
            var organization = organization();
            var pin = PortOutPin.of(organization.id).orElse(null);
            return Templates.panel(OrderList.of(organization, parameters.toQuery()),
                    result.apply(PinPanel.of(access(organization), pin)), policy).render();
        });
        return Response.status(status).entity(html).build();
    }

    private Organization organization() {
        return Organization.byId(signedIn.getPerson().organizationId());
    }

    private Access access(Organization organization) {
        if (!organization.isInUnitedStates()) {
            return Access.NOT_IN_UNITED_STATES;
        }
        return signedIn.getPerson().isAdmin() ? Access.SET : Access.READ_ONLY;
    }

    private static int revision(String text) {
        try {
            return Integer.parseInt(text == null ? "" : text);
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
    }
}
