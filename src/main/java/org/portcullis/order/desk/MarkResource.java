package org.portcullis.order.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.order.NumberStatus;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/** The desk marks numbers as ported or failed: individually, as a list, or all. */
@Path(MarkResource.PATH)
@RolesAllowed(Role.DESK)
@Blocking
@Produces(MediaType.TEXT_HTML)
class MarkResource {

    static final String PATH = "/desk/orders/{pon}/numbers";

    private static final String NUMBER = "number_";
    private static final String PORTED = "ported";
    private static final String FAILED = "failed";
    private static final String ALL_PORTED = "all-ported";
    private static final String ALL_FAILED = "all-failed";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final FormFields posted;
    private final Flash flash;

    MarkResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, FormFields posted, Flash flash) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.posted = posted;
        this.flash = flash;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(NumberMarks page);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance page(@RestPath String pon, @RestQuery String numbers) {
        return Templates.page(NumberMarks.of(orders.getSent(pon), Parameters.page(numbers)));
    }

    /**
     * @param mark the status and its scope: {@code ported}, {@code failed}, {@code all-ported} or {@code all-failed}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(@RestPath String pon, @RestForm String version, @RestForm String text, @RestForm String mark,
            @RestForm String page) {
        var order = orders.getSent(pon);
        var typed = FormFields.text(text == null ? "" : text);
        var ticked = posted.named(NUMBER);
        var status = status(mark);
        var list = NumberList.read(typed, order.organization.country);
        var chosen = chosen(mark, ticked, list, order);
        var form = NumberMarks.of(order, Parameters.page(page)).typed(ticked, typed).checked(chosen,
                unreadable(mark, list), status);
        if (form.isPossible() && form.isFailed()) {
            return answer(Status.BAD_REQUEST, form);
        }
        try {
            changes.change(signedIn.getPerson(), pon, Parameters.version(version),
                    (found, step) -> found.mark(chosen, status, step));
        } catch (StaleOrderException e) {
            return answer(Status.CONFLICT, now(pon, page).typed(ticked, typed).overtaken(e));
        } catch (TransitionRefusedException e) {
            return answer(Status.CONFLICT, now(pon, page).typed(ticked, typed));
        }
        flash.leave(EnumSet.of(OrderFlash.MARKED));
        return Redirect.to("/port-orders/" + pon);
    }

    private static Set<String> chosen(String mark, List<String> ticked, NumberList list, PortOrder order) {
        var chosen = new HashSet<>(isAll(mark) ? order.telephoneNumbers() : ticked);
        if (ALL_FAILED.equals(mark)) {
            // A number that was handed over stays ported, regardless of the others.
            order.handedOver(chosen).forEach(chosen::remove);
        } else if (!isAll(mark)) {
            chosen.addAll(list.numbers());
        }
        return chosen;
    }

    private static List<String> unreadable(String mark, NumberList list) {
        return isAll(mark) ? List.of()
                : list.problems().stream().filter(problem -> problem.fault() != NumberFault.DUPLICATE)
                        .map(NumberProblem::text).toList();
    }

    private static boolean isAll(String mark) {
        return ALL_PORTED.equals(mark) || ALL_FAILED.equals(mark);
    }

    private static Response answer(Status status, NumberMarks page) {
        return Response.status(status).entity(Templates.page(page)).build();
    }

    private static NumberStatus status(String mark) {
        return switch (mark == null ? "" : mark) {
            case PORTED, ALL_PORTED -> NumberStatus.PORTED;
            case FAILED, ALL_FAILED -> NumberStatus.FAILED;
            default -> throw new BadRequestException();
        };
    }

    private NumberMarks now(String pon, String page) {
        var order = orders.getNow(pon);
        return NumberMarks.of(order, Parameters.page(page));
    }
}
