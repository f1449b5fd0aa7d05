package org.portcullis.pin.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestForm;
import org.portcullis.account.RecentSignIn;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.list.OrderList;
import org.portcullis.order.list.OrderListParameters;
import org.portcullis.organization.Organization;
import org.portcullis.pin.PortOutPin;
import org.portcullis.pin.PortOutPinChange;
import org.portcullis.pin.PortOutPinEnd;
import org.portcullis.pin.PortOutPinLife;
import org.portcullis.pin.PortOutPinPolicy;
import org.portcullis.pin.PortOutPinProblem;
import org.portcullis.pin.Weakness;
import org.portcullis.pin.page.PinPanel.Access;
import org.portcullis.pin.page.PinPanel.Life;
import org.portcullis.web.form.Flash;
import org.portcullis.web.http.Redirect;
import org.portcullis.web.i18n.RequestContext;

/** The panel beside the list of orders where an organization's port-out PIN is set or changed. */
@Path(OrderPaths.PIN)
@RolesAllowed({Role.ADMIN, Role.VIEWER})
@Blocking
@Produces(MediaType.TEXT_HTML)
class PinPanelResource {

    private final SignedIn signedIn;
    private final RecentSignIn recent;
    private final PortOutPinPolicy policy;
    private final PortOutPinLife life;
    private final PortOutPinChange change;
    private final PortOutPinEnd end;
    private final RequestContext context;
    private final Flash flash;
    private final Limits limits;
    private final Limited limited;
    private final Clock clock;

    PinPanelResource(SignedIn signedIn, RecentSignIn recent, PortOutPinPolicy policy, PortOutPinLife life,
            PortOutPinChange change,
            PortOutPinEnd end, RequestContext context, Flash flash, Limits limits, Limited limited, Clock clock) {
        this.signedIn = signedIn;
        this.recent = recent;
        this.policy = policy;
        this.life = life;
        this.change = change;
        this.end = end;
        this.context = context;
        this.flash = flash;
        this.limits = limits;
        this.limited = limited;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance panel(OrderList list, PinPanel panel, PortOutPinPolicy policy, String again);

        static native TemplateInstance compromised(PortOutPin pin, String back, String action);

        private Templates() {
        }
    }

    @GET
    public Response panel(@BeanParam OrderListParameters parameters) {
        var words = flash.take(PinFlash.class);
        return page(Status.OK, parameters,
                panel -> words.contains(PinFlash.SAVED) ? panel.saved(PinFlash.weaknesses(words))
                        : words.contains(PinFlash.COMPROMISED) ? panel.compromised() : panel);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestForm String pin, @RestForm String revision, @BeanParam OrderListParameters parameters) {
        var organization = organization();
        var refused = refused(organization, parameters);
        if (refused.isPresent()) {
            return refused.get();
        }
        int expected = revision(revision);
        if (isStale(organization, expected)) {
            return refuse(PortOutPinProblem.CHANGED_MEANWHILE, Set.of(), parameters);
        }
        var trimmed = PortOutPinPolicy.trimmed(pin == null ? "" : pin);
        var weaknesses = QuarkusTransaction.requiringNew().call(() -> policy.weaknesses(trimmed, organization));
        var problem = policy.problem(trimmed, expected > 0, weaknesses);
        if (problem.isPresent()) {
            return refuse(problem.get(), weaknesses, parameters);
        }
        try {
            var hindrance = limits.within(CostlyWork.PIN_SAVE, signedIn.getPerson().asCaller(),
                    () -> save(trimmed, weaknesses, expected, organization));
            if (hindrance.isPresent()) {
                return refuse(hindrance.get(), Set.of(), parameters);
            }
        } catch (LimitReachedException e) {
            return limited.answer(e, () -> html(parameters, UnaryOperator.identity()));
        }
        flash.leave(PinFlash.saved(weaknesses));
        return Redirect.to(parameters.toQuery().address(OrderPaths.PIN));
    }

    /** @return why the PIN is not saved. A form that became stale while it waited for its turn is not hashed */
    private Optional<PortOutPinProblem> save(String pin, Set<Weakness> weaknesses, int expected,
            Organization organization) {
        if (isStale(organization, expected)) {
            return Optional.of(PortOutPinProblem.CHANGED_MEANWHILE);
        }
        var prepared = change.prepare(pin, organization.id, weaknesses);
        if (prepared.isEmpty()) {
            return Optional.of(PortOutPinProblem.ENDED);
        }
        return change.apply(prepared.get(), expected, signedIn.getPerson().asActor(), context.getAddress())
                ? Optional.empty()
                : Optional.of(PortOutPinProblem.CHANGED_MEANWHILE);
    }

    /** @return whether the PIN has been set since the form was made */
    private static boolean isStale(Organization organization, int expected) {
        return QuarkusTransaction.requiringNew().call(() -> PortOutPin.revisionOf(organization.id)) != expected;
    }

    /** Shows a generated PIN once; it takes effect only when it is saved. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("generated")
    public Response generate(@BeanParam OrderListParameters parameters) {
        var organization = organization();
        var refused = refused(organization, parameters);
        if (refused.isPresent()) {
            return refused.get();
        }
        var generated = QuarkusTransaction.requiringNew().call(() -> policy.generate(organization));
        return page(Status.OK, parameters, panel -> panel.offering(generated));
    }

    /** Target after a repeated sign-in that interrupted {@link #generate}. */
    @GET
    @Path("generated")
    public Response generated(@BeanParam OrderListParameters parameters) {
        return Redirect.to(parameters.toQuery().address(OrderPaths.PIN));
    }

    /** Asks for confirmation: until another PIN is set, no number can be ported out. */
    @GET
    @Path("compromised")
    public Response compromised(@BeanParam OrderListParameters parameters) {
        var organization = organization();
        requireAdmin(organization);
        var pin = PortOutPin.of(organization.id).filter(set -> life.unusable(set, clock.instant()).isEmpty());
        var query = parameters.toQuery();
        return pin
                .map(set -> Response.ok(Templates.compromised(set, query.address(OrderPaths.PIN),
                        query.address(OrderPaths.COMPROMISED_PIN))).build())
                .orElseGet(() -> Redirect.to(query.address(OrderPaths.PIN)));
    }

    /** Needs no recent sign-in: a user with a compromised PIN should not be delayed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Path("compromised")
    public Response markCompromised(@RestForm String revision, @BeanParam OrderListParameters parameters) {
        var organization = organization();
        requireAdmin(organization);
        if (!end.markCompromised(organization.id, revision(revision), signedIn.getPerson().asActor(),
                context.getAddress())) {
            return refuse(PortOutPinProblem.CHANGED_MEANWHILE, Set.of(), parameters);
        }
        flash.leave(EnumSet.of(PinFlash.COMPROMISED));
        return Redirect.to(parameters.toQuery().address(OrderPaths.PIN));
    }

    private void requireAdmin(Organization organization) {
        if (!organization.isInUnitedStates() || !signedIn.getPerson().isAdmin()) {
            throw new ForbiddenException();
        }
    }

    /** @return the answer if the user may not set the PIN, or has to sign in again first */
    private Optional<Response> refused(Organization organization, OrderListParameters parameters) {
        return switch (access(organization, PortOutPin.of(organization.id))) {
            case SET -> Optional.empty();
            case SET_AFTER_SIGN_IN -> Optional.of(recent.redirect(parameters.toQuery().address(OrderPaths.PIN)));
            default -> Optional.of(page(Status.FORBIDDEN, parameters, UnaryOperator.identity()));
        };
    }

    private Response refuse(PortOutPinProblem problem, Set<Weakness> weaknesses, OrderListParameters parameters) {
        var status = problem == PortOutPinProblem.CHANGED_MEANWHILE ? Status.CONFLICT : Status.BAD_REQUEST;
        return page(status, parameters, panel -> panel.refused(problem, weaknesses));
    }

    /** Renders in the transaction that read the list, with the current state of the PIN. */
    private String html(OrderListParameters parameters, UnaryOperator<PinPanel> result) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var organization = organization();
            var query = parameters.toQuery();
            return Templates.panel(OrderList.of(organization, query, clock.instant()),
                    result.apply(panel(organization)), policy,
                    recent.address(query.address(OrderPaths.PIN))).render();
        });
    }

    private Response page(Status status, OrderListParameters parameters, UnaryOperator<PinPanel> result) {
        return Response.status(status).entity(html(parameters, result)).build();
    }

    private PinPanel panel(Organization organization) {
        var pin = PortOutPin.of(organization.id);
        return PinPanel.of(access(organization, pin), pin.orElse(null), new Life(
                pin.flatMap(set -> life.unusable(set, clock.instant())).orElse(null),
                pin.flatMap(life::expiresAt).orElse(null), life.isSingleUse()));
    }

    private Organization organization() {
        return Organization.byId(signedIn.getPerson().organizationId());
    }

    /** Setting the first PIN needs no password; changing one requires a user who has just entered it. */
    private Access access(Organization organization, Optional<PortOutPin> pin) {
        if (!organization.isInUnitedStates()) {
            return Access.NOT_IN_UNITED_STATES;
        }
        if (!signedIn.getPerson().isAdmin()) {
            return Access.READ_ONLY;
        }
        return pin.isPresent() && !recent.isRecent() ? Access.SET_AFTER_SIGN_IN : Access.SET;
    }

    private static int revision(String text) {
        try {
            return Integer.parseInt(text == null ? "" : text);
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
    }
}
