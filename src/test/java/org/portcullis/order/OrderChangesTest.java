package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.testing.Fixtures;
import org.portcullis.testing.PortalTest;
import org.portcullis.testing.Row;

@QuarkusTest
class OrderChangesTest extends PortalTest {

    private static final Instant FOC = Instant.parse("2099-06-09T17:00:00Z");

    @Inject
    OrderChanges book;

    private final Fixtures.Organization organization = Fixtures.organization("Cascade Freight").saved();
    private final Person desk = new Person(UUID.randomUUID(), "The desk", "desk@example.com", "desk", null, null);
    private final Person admin = admin(organization);

    private static Person admin(Fixtures.Organization of) {
        return new Person(UUID.randomUUID(), "The admin", "admin@example.com", "admin", of.id(), of.name());
    }

    private static long ownNumbers(Fixtures.Organization of, String number) {
        return Fixtures.numbersOf(of).stream().filter(number::equals).count();
    }

    private boolean wins(CyclicBarrier together, Person person, String pon,
            BiConsumer<PortOrder, ChangeContext> change) {
        try {
            together.await();
            book.change(person, pon, 0, change);
            return true;
        } catch (StaleOrderException e) {
            return false;
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsOneOfTwoFormsOfTheSameVersionWin() {
        var cancel = (BiConsumer<PortOrder, ChangeContext>) (order, step) -> order.cancel(step.saying("Not needed"));
        var approve = (BiConsumer<PortOrder, ChangeContext>) (order, step) -> order.approve(FOC, step);
        var reject = (BiConsumer<PortOrder, ChangeContext>) (order, step) -> order
                .reject(step.because(RejectionReason.BTN_MISMATCH));
        var clashes = List.of(List.of(cancel, approve), List.of(reject, approve), List.of(cancel, reject),
                List.of(approve, approve));
        var threads = Executors.newFixedThreadPool(2);
        for (var clash : clashes) {
            var pon = organization.order("Harbor").in("CONTACTING_CARRIER").withNumber("+12065550100").saved();
            var together = new CyclicBarrier(2);
            var one = CompletableFuture.supplyAsync(() -> wins(together, admin, pon, clash.get(0)), threads);
            var other = CompletableFuture.supplyAsync(() -> wins(together, desk, pon, clash.get(1)), threads);
            assertTrue(one.join() ^ other.join(), "exactly one");
            assertEquals(3, Fixtures.rowsOf(pon, "port_order_transition").size());
            assertEquals("1", Fixtures.orderRow(pon).get("version"));
        }
        threads.shutdown();
    }

    /** The steps that are possible in each state. */
    private static Map<String, Map<String, BiConsumer<PortOrder, ChangeContext>>> steps() {
        BiConsumer<PortOrder, ChangeContext> cancel = (order, step) -> order.cancel(step.saying("Not needed"));
        BiConsumer<PortOrder, ChangeContext> reject = (order, step) -> order
                .reject(step.because(RejectionReason.BTN_MISMATCH));
        BiConsumer<PortOrder, ChangeContext> mark = (order, step) -> order.mark(List.of("+14255550177"),
                NumberStatus.PORTED, step);
        return Map.of(
                "DRAFT", Map.of("submit", PortOrder::submit, "number", (order, step) -> {
                    order.number(List.of("+14255550178"));
                    order.touch(step);
                }),
                "PROCESSING",
                Map.of("send", (order, step) -> order.contactCarrier("LSR-1", step), "reject", reject, "cancel",
                        cancel),
                "CONTACTING_CARRIER",
                Map.of("approve", (order, step) -> order.approve(FOC, step), "reject", reject, "cancel", cancel),
                "TRANSFER_APPROVED", Map.of("begin", PortOrder::startTransfer, "reject", reject, "cancel", cancel,
                        "wish", (order, step) -> order.requestDate(LocalDate.of(2099, 6, 10), step),
                        "confirm anew", (order, step) -> order.reconfirm(FOC.plus(Duration.ofDays(1)), step)),
                "TRANSFER_PENDING",
                Map.of("mark", mark, "complete", PortOrder::complete, "partially", PortOrder::completePartially,
                        "reject", reject),
                "PARTIALLY_COMPLETED", Map.of("mark", mark, "complete", PortOrder::complete, "reject", reject),
                "ACTION_REQUIRED", Map.of("submit", PortOrder::submit, "cancel", cancel));
    }

    private String orderIn(String state) {
        var first = List.of("TRANSFER_PENDING", "PARTIALLY_COMPLETED").contains(state) ? "PORTED" : "WAITING";
        var order = organization.order("Harbor").in(state).telling("extra@example.com")
                .withNumber("+14255550176", first)
                .withNumber("+14255550177");
        return state.startsWith("TRANSFER") ? order.confirmedFor(FOC).saved() : order.saved();
    }

    /** All of an order that a step may change, but for when it was and what is new each time. */
    private static Map<String, Object> everythingOf(String pon) {
        var all = new TreeMap<String, Object>();
        var order = Fixtures.orderRow(pon);
        List.of("state", "waiting", "version", "foc_at", "requested_date", "carrier_pon", "number_count", "changed_by")
                .forEach(column -> all.put(column, String.valueOf(order.get(column))));
        List.of("port_order_number:number,status,handed_over",
                "port_order_transition:sequence,from_state,to_state,note,actor_name",
                "port_order_mark:sequence,moved,failed", "port_order_change:sequence,field,new_value",
                "notice:recipient").forEach(part -> {
                    var columns = List.of(part.substring(part.indexOf(':') + 1).split(","));
                    all.put(part, Fixtures.rowsOf(pon, part.substring(0, part.indexOf(':'))).stream()
                            .map(row -> columns.stream().map(row::get).toList().toString()).sorted().toList());
                });
        return all;
    }

    @Test
    void letsOneWinWhicheverTwoStepsClashAndNothingElseChanges() {
        var threads = Executors.newFixedThreadPool(2);
        steps().forEach((state, steps) -> steps.forEach((one, first) -> steps.forEach((other, second) -> {
            var clash = state + ": " + one + " against " + other;
            var pon = orderIn(state);
            var together = new CyclicBarrier(2);
            var isFirst = CompletableFuture.supplyAsync(() -> wins(together, desk, pon, first), threads);
            var isSecond = CompletableFuture.supplyAsync(() -> wins(together, admin, pon, second), threads);
            assertTrue(isFirst.join() ^ isSecond.join(), clash);
            var alone = orderIn(state);
            book.change(isFirst.join() ? desk : admin, alone, 0, isFirst.join() ? first : second);
            assertEquals(everythingOf(alone), everythingOf(pon), clash);
        })));
        threads.shutdown();
    }

    @Test
    void tellsWhoWasFaster() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        book.change(desk, pon, 0, (order, step) -> order.contactCarrier("LSR-1", step));
        var stale = assertThrows(StaleOrderException.class, () -> book.change(admin, pon, 0, PortOrder::cancel));
        assertEquals("The desk", stale.changedBy());
        assertEquals("CONTACTING_CARRIER", Fixtures.orderRow(pon).get("state"));
    }

    @Test
    void undoesWhatARefusedChangeBegan() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        assertThrows(TransitionRefusedException.class, () -> book.change(desk, pon, 0, (order, step) -> {
            order.contactCarrier("LSR-1", step);
            order.complete(step);
        }));
        assertEquals("PROCESSING", Fixtures.orderRow(pon).get("state"));
        assertEquals(List.of(), Fixtures.rowsOf(pon, "notice"));
    }

    @Test
    void findsNoOrderOfAnotherOrganization() {
        var pon = organization.order("Harbor").in("PROCESSING").saved();
        var stranger = admin(Fixtures.organization("Elsewhere").saved());
        assertThrows(NotFoundException.class, () -> book.change(stranger, pon, 0, PortOrder::cancel));
        var id = organization.orderId(pon);
        assertThrows(NotFoundException.class, () -> book.create(stranger, id,
                (theirs, step) -> PortOrder.draft(id, theirs, "Mine", Direction.IN, step)));
    }

    @Test
    void givesNumbersOverOnceTheirTransferIsOver() {
        var number = "+14255550173";
        var pon = organization.order("Harbor").in("TRANSFER_PENDING").withNumber(number).withNumber("+19075550101")
                .saved();
        book.change(desk, pon, (order, step) -> order.mark(List.of(number), NumberStatus.PORTED, step));
        assertEquals(0, ownNumbers(organization, number), "the transfer is under way");
        book.change(desk, pon, (order, step) -> order.reject(step.because(RejectionReason.NUMBER_FROZEN)));
        assertEquals(1, ownNumbers(organization, number), "it has moved, though the rest was rejected");
        book.change(admin, pon, PortOrder::cancel);
        var statuses = Fixtures.rowsOf(pon, "port_order_number").stream().map(row -> row.get("status")).sorted()
                .toList();
        assertEquals(List.of("CANCELLED", "PORTED"), statuses);
        assertEquals(1, ownNumbers(organization, number));
    }

    @Test
    void takesNumbersAwayThatHaveLeft() {
        var leaving = Fixtures.organization("Departing").withNumber("+13605550188").withNumber("+13605550189").saved();
        var pon = leaving.order("Port").out().in("TRANSFER_PENDING").withNumber("+13605550188").saved();
        book.change(desk, pon, PortOrder::complete);
        assertEquals(List.of("+13605550189"), Fixtures.numbersOf(leaving));
    }

    @Test
    void handsOverNothingTwice() {
        var first = "+14255550174";
        var second = "+14255550175";
        var pon = organization.order("Harbor").in("TRANSFER_PENDING").withNumber(first).withNumber(second).saved();
        book.change(desk, pon, (order, step) -> order.mark(List.of(first), NumberStatus.PORTED, step));
        book.change(desk, pon, PortOrder::completePartially);
        assertEquals(1, ownNumbers(organization, first));
        Row.update("delete from telephone_number where number = ?", first);
        book.change(desk, pon, PortOrder::complete);
        assertEquals(0, ownNumbers(organization, first), "it has gone on since");
        assertEquals(1, ownNumbers(organization, second));
    }

    @Test
    void tellsTheDeskWhatTheCustomerCancelsAtTheCarrier() {
        var english = Fixtures.desk();
        var french = Fixtures.desk().prefers("fr-FR", null);
        Fixtures.desk().deactivated();
        var pon = organization.order("Harbor").in("CONTACTING_CARRIER").saved();
        book.change(admin, pon, (order, step) -> order.cancel(step.saying("We stay")));
        assertEquals(List.of("The customer cancelled a port order that the losing carrier has: Harbor (" + pon + ")"),
                subjectsTo(english));
        assertEquals(List
                .of("Le client a annulé une commande de portage déjà chez l’opérateur donneur : Harbor (" + pon + ")"),
                subjectsTo(french));
        assertEquals(List.of(), Fixtures.rowsOf(pon, "notice"), "the organization does not read who works at the desk");
        assertEquals("DESK", Fixtures.orderRow(pon).get("waiting"));
        assertNotNull(Fixtures.orderRow(pon).get("due_at"));
        var early = organization.order("Early").in("PROCESSING").saved();
        book.change(admin, early, PortOrder::cancel);
        assertEquals(1, subjectsTo(english).size(), "no carrier was asked");
    }

    private static List<String> subjectsTo(Fixtures.Person reader) {
        return Row.select("select subject from notice where recipient = ? order by created_at", reader.email()).stream()
                .map(row -> row.get("subject").replace('\u00a0', ' ')).toList();
    }

    @Test
    void tellsOfAnotherDateOnceAndOfTheSameDateNever() {
        organization.admin();
        var pon = organization.order("Harbor").in("TRANSFER_APPROVED").confirmedFor(FOC).telling("extra@example.com")
                .saved();
        book.change(desk, pon, (order, step) -> order.reconfirm(FOC, step));
        assertEquals(0, Fixtures.rowsOf(pon, "notice").size());
        book.change(desk, pon, (order, step) -> order.reconfirm(FOC.plus(Duration.ofDays(2)), step));
        var told = Fixtures.rowsOf(pon, "notice");
        assertEquals(2, told.size(), "the admin and the extra address");
        told.forEach(mail -> assertTrue(mail.get("subject").startsWith("Another transfer date confirmed: Harbor"),
                mail.get("subject")));
    }
}
