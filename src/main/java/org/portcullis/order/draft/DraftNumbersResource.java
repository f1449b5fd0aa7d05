package org.portcullis.order.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.limit.CostlyWork;
import org.portcullis.limit.LimitReachedException;
import org.portcullis.limit.Limited;
import org.portcullis.limit.Limits;
import org.portcullis.numbers.DraftText;
import org.portcullis.numbers.NumberList;
import org.portcullis.order.OrderChanges;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.StaleOrderException;
import org.portcullis.order.TransitionRefusedException;
import org.portcullis.order.VisibleOrders;
import org.portcullis.order.draft.NumbersPage.EntryProblem;
import org.portcullis.order.draft.NumbersPage.NumbersFlash;
import org.portcullis.web.form.Flash;
import org.portcullis.web.form.FormFields;
import org.portcullis.web.form.Parameters;
import org.portcullis.web.http.Redirect;

/**
 * The numbers of a draft, or of an order that was rejected because of them: typed, pasted, as ranges, or from a CSV
 * file.
 */
@Path("/port-orders/{pon}/draft/numbers")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DraftNumbersResource {

    private static final String REMOVE = "remove_";
    /** The button that adds numbers and stays on the page. */
    private static final String ADD = "add";

    private final SignedIn signedIn;
    private final VisibleOrders orders;
    private final OrderChanges changes;
    private final FieldPolicy policy;
    private final FormFields posted;
    private final Flash flash;
    private final Limits limits;
    private final Limited limited;

    DraftNumbersResource(SignedIn signedIn, VisibleOrders orders, OrderChanges changes, FieldPolicy policy,
            FormFields posted, Flash flash,
            Limits limits, Limited limited) {
        this.signedIn = signedIn;
        this.orders = orders;
        this.changes = changes;
        this.policy = policy;
        this.posted = posted;
        this.flash = flash;
        this.limits = limits;
        this.limited = limited;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(NumbersPage page);

        private Templates() {
        }
    }

    @GET
    public Response page(@RestPath String pon, @RestQuery String numbers) {
        var order = orders.get(pon);
        return order.isOpen(OrderField.NUMBERS)
                ? Response.ok(Templates.page(NumbersPage.of(order, Parameters.page(numbers)).recalling()
                        .told(flash.takeCounts(NumbersFlash.class)))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestPath String pon, @RestForm String text, @RestForm FileUpload file,
            @RestForm String version,
            @RestForm String go) throws IOException {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty() && !isSent(file)) {
            return save(pon, typed, file, version, go);
        }
        try {
            return limits.within(CostlyWork.NUMBER_LIST, signedIn.getPerson().asCaller(),
                    () -> save(pon, typed, file, version, go));
        } catch (LimitReachedException e) {
            var order = orders.get(pon);
            return order.isOpen(OrderField.NUMBERS)
                    ? limited.answer(e, () -> Templates.page(NumbersPage.of(order, 1).notRead(typed)))
                    : StaleForm.answer(order, typed, new StaleOrderException(order));
        }
    }

    private Response save(String pon, String typed, FileUpload file, String version, String go) throws IOException {
        var order = orders.get(pon);
        var list = read(typed, file, order);
        if (list.isPresent() && !order.isOpen(OrderField.NUMBERS)) {
            return StaleForm.answer(order, typed, new StaleOrderException(order));
        }
        var aim = address(go, order);
        if (list.isPresent()) {
            return add(pon, Parameters.version(version), typed, list.get(), go, aim);
        }
        if (order.isOpen(OrderField.NUMBERS)) {
            forget(order);
        }
        if (isMissing(go, order)) {
            return refuse(NumbersPage.of(order, 1).refused(EntryProblem.MISSING));
        }
        return goesOn(go, order) && !NumberCheck.of(order, order.numbersToMove()).unportable().isEmpty()
                ? refuse(NumbersPage.of(order, 1).refusedForStuck())
                : Redirect.to(aim);
    }

    /** The user emptied the field, so its stored contents are deleted. */
    private void forget(PortOrder order) {
        if (!UnreadNumbers.of(order.id).isEmpty()) {
            changes.change(signedIn.getPerson(), order.pon, (found, step) -> UnreadNumbers.keep(found.id, ""));
        }
    }

    /** Only a draft continues; the problems of a rejected order are shown where it is submitted again. */
    private static boolean goesOn(String go, PortOrder order) {
        return order.isDraft() && !ADD.equals(go) && WizardButton.of(go) == WizardButton.NEXT;
    }

    /** Missing numbers are an error for adding or continuing, but not for going back or leaving. */
    private static boolean isMissing(String go, PortOrder order) {
        return order.isOpen(OrderField.NUMBERS) && (ADD.equals(go) || order.getNumberCount() == 0 && goesOn(go, order));
    }

    /** @return the typed numbers and those in the file; empty if there are neither */
    private static Optional<NumberList> read(String typed, FileUpload file, PortOrder order) throws IOException {
        var country = order.organization.country;
        if (isSent(file)) {
            try (var content = Files.newInputStream(file.uploadedFile())) {
                var fromFile = NumberList.readCsv(content, country);
                return Optional.of(
                        typed.isEmpty() ? fromFile : NumberList.together(NumberList.read(typed, country), fromFile));
            }
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(NumberList.read(typed, country));
    }

    private static boolean isSent(FileUpload file) {
        return file != null && file.size() > 0;
    }

    private Response add(String pon, int version, String typed, NumberList list, String go, String aim) {
        var added = new Addition(list);
        try {
            changes.change(signedIn.getPerson(), pon, version, (order, step) -> {
                added.to(order, step);
                openWhatFollows(order);
                UnreadNumbers.keep(order.id, added.kept().text());
            });
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return now.isOpen(OrderField.NUMBERS) ? conflict(NumbersPage.of(now, 1).overtaken(e, typed))
                    : StaleForm.answer(now, typed, e);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        var page = NumbersPage.of(orders.getNow(pon), 1).told(added);
        boolean goesOn = goesOn(go, page.order());
        // Refused entries are stored, unless there are too many, or the file is unusable.
        boolean isLost = page.cut() || DraftText.isUnusable(list);
        if (page.isIncomplete() && (isLost || ADD.equals(go) || goesOn && page.order().getNumberCount() == 0)) {
            return refuse(page);
        }
        if (ADD.equals(go) || goesOn) {
            if (goesOn && page.stuck().count() > 0) {
                return refuse(page.refusedForStuck());
            }
            if (ADD.equals(go) && page.isRemarkable()) {
                return Response.ok(Templates.page(page)).build();
            }
            if (page.order().isDraft()) {
                flash.leaveCounts(added.counts());
            }
        }
        return Redirect.to(aim);
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath String pon, @RestForm String version, @RestForm String all,
            @RestForm String stuck) {
        var removed = RemovedNumbers.of(posted.named(REMOVE));
        try {
            changes.change(signedIn.getPerson(), pon, Parameters.version(version), (order, step) -> {
                order.requireOpen(OrderField.NUMBERS);
                var numbers = order.telephoneNumbers();
                order.number(all != null ? List.of()
                        : stuck != null ? NumberCheck.of(order, numbers).portable()
                                : removed.without(numbers));
                openWhatFollows(order);
                order.touch(step);
            });
        } catch (StaleOrderException e) {
            var now = orders.getNow(pon);
            return now.isOpen(OrderField.NUMBERS) ? conflict(NumbersPage.of(now, 1).overtaken(e, ""))
                    : StaleForm.answer(now, "", e);
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        return Redirect.to(DraftStep.NUMBERS.address(orders.get(pon)));
    }

    private void openWhatFollows(PortOrder order) {
        if (!order.isDraft()) {
            Corrections.openWhatFollows(order, policy);
        }
    }

    private static Response refuse(NumbersPage page) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.page(page)).build();
    }

    private static Response conflict(NumbersPage page) {
        return Response.status(Status.CONFLICT).entity(Templates.page(page)).build();
    }

    /** @return the address that the button leads to after all entries were accepted */
    private static String address(String go, PortOrder order) {
        if (ADD.equals(go)) {
            return order.isDraft() ? DraftStep.NUMBERS.address(order) : CorrectionResource.path(order);
        }
        return WizardButton.address(go, DraftStep.NUMBERS, order);
    }
}
