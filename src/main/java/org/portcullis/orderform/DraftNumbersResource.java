package org.portcullis.orderform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.portcullis.account.Role;
import org.portcullis.account.SignedIn;
import org.portcullis.numbers.NumberList;
import org.portcullis.orderform.NumbersPage.EntryProblem;
import org.portcullis.portorder.OrderBook;
import org.portcullis.portorder.OrderField;
import org.portcullis.portorder.PortOrder;
import org.portcullis.portorder.StaleOrderException;
import org.portcullis.portorder.TransitionRefusedException;
import org.portcullis.web.FormFields;
import org.portcullis.web.Parameters;
import org.portcullis.web.Redirect;

/** The numbers of a draft, or of an order that was rejected for them: typed, pasted, as ranges, or from a CSV file. */
@Path("/port-orders/{pon}/draft/numbers")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class DraftNumbersResource {

    private static final String REMOVE = "remove_";
    /** The button that adds numbers and stays on the page. */
    private static final String ADD = "add";

    private final SignedIn signedIn;
    private final OrderBook book;
    private final FormFields posted;

    DraftNumbersResource(SignedIn signedIn, OrderBook book, FormFields posted) {
        this.signedIn = signedIn;
        this.book = book;
        this.posted = posted;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance page(NumbersPage page);

        private Templates() {
        }
    }

    @GET
    public Response page(@RestPath String pon, @RestQuery String numbers) {
        var order = order(pon);
        return order.isOpen(OrderField.NUMBERS) ? Response.ok(Templates.page(NumbersPage.of(order, Parameters.page(numbers)))).build()
                : Redirect.to("/port-orders/" + pon);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@RestPath String pon, @RestForm String text, @RestForm FileUpload file, @RestForm String version,
            @RestForm String go) throws IOException {
        var order = order(pon);
        var typed = text == null ? "" : text.strip();
        var list = read(typed, file, order);
        if (list.isPresent() && !order.isOpen(OrderField.NUMBERS)) {
            return Redirect.to("/port-orders/" + pon);
        }
        if (list.isEmpty()) {
            return isMissing(go, order) ? refuse(NumbersPage.of(order, 1).refused(EntryProblem.MISSING)) : go(go, order);
        }
        return add(pon, Parameters.version(version), typed, list.get(), go);
    }

    /** Who wants to add some or to go on without any forgot them; who goes back or leaves did not. */
    private static boolean isMissing(String go, PortOrder order) {
        return order.isOpen(OrderField.NUMBERS) && (ADD.equals(go) || order.getNumberCount() == 0 && Go.of(go) == Go.NEXT);
    }

    /** @return what was typed and what is in the file, or nothing where there is neither */
    private static Optional<NumberList> read(String typed, FileUpload file, PortOrder order) throws IOException {
        var country = order.organization.country;
        if (file != null && file.size() > 0) {
            try (var content = Files.newInputStream(file.uploadedFile())) {
                var fromFile = NumberList.readCsv(content, country);
                return Optional.of(typed.isEmpty() ? fromFile : NumberLists.together(NumberList.read(typed, country), fromFile));
            }
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(NumberList.read(typed, country));
    }

    private Response add(String pon, int version, String typed, NumberList list, String go) {
        var added = new Addition(list);
        try {
            book.change(signedIn.getPerson(), pon, version, added::to);
        } catch (StaleOrderException e) {
            return conflict(NumbersPage.of(orderNow(pon), 1).overtaken(e, typed));
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        var page = NumbersPage.of(orderNow(pon), 1).told(typed, added.list(), added.check(), added.count());
        return page.isIncomplete() ? refuse(page) : go(go, page.order());
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath String pon, @RestForm String version, @RestForm String all) {
        var removed = new LinkedHashSet<String>();
        posted.named(REMOVE).forEach(range -> removed.addAll(numbers(range)));
        try {
            book.change(signedIn.getPerson(), pon, Parameters.version(version), (order, step) -> {
                order.requireOpen(OrderField.NUMBERS);
                order.number(all != null ? List.of() : order.telephoneNumbers().stream()
                        .filter(number -> !removed.contains(number)).toList());
                order.touch(step);
            });
        } catch (StaleOrderException e) {
            return conflict(NumbersPage.of(orderNow(pon), 1).overtaken(e, ""));
        } catch (TransitionRefusedException e) {
            return Redirect.to("/port-orders/" + pon);
        }
        return Redirect.to(DraftStep.NUMBERS.address(order(pon)));
    }

    /** @param range the first number without its plus sign, and how many: {@code 12065550100-50} */
    private static List<String> numbers(String range) {
        if (!range.matches("\\d{5,15}-\\d{1,5}")) {
            return List.of();
        }
        var ends = range.split("-");
        var first = Long.parseLong(ends[0]);
        return LongStream.range(first, first + Math.min(Long.parseLong(ends[1]), NumberList.MAXIMUM))
                .mapToObj(number -> "+" + number).toList();
    }

    private static Response refuse(NumbersPage page) {
        return Response.status(Status.BAD_REQUEST).entity(Templates.page(page)).build();
    }

    private static Response conflict(NumbersPage page) {
        return Response.status(Status.CONFLICT).entity(Templates.page(page)).build();
    }

    private static Response go(String go, PortOrder order) {
        if (!order.isDraft()) {
            return Redirect.to("/port-orders/" + order.pon + "/correction");
        }
        if (ADD.equals(go)) {
            return Redirect.to(DraftStep.NUMBERS.address(order));
        }
        return Redirect.to(switch (Go.of(go)) {
            case NEXT -> DraftStep.NUMBERS.next(order).address(order);
            case BACK -> DraftStep.NUMBERS.previous(order).address(order);
            case LATER -> "/port-orders/" + order.pon;
        });
    }

    private PortOrder order(String pon) {
        return PortOrder.visibleTo(signedIn.getPerson(), pon).orElseThrow(NotFoundException::new);
    }

    private PortOrder orderNow(String pon) {
        return PortOrder.visibleNow(signedIn.getPerson(), pon).orElseThrow(NotFoundException::new);
    }
}
