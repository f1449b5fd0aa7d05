package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.portcullis.organization.Organization;

/** The invariants of an order hold for every sequence of actions at any times. */
class PortOrderPropertyTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T17:00:00Z");
    private static final List<String> NUMBERS = IntStream.range(0, 4).mapToObj(i -> "+1206555010" + i).toList();

    /** The kinds of actions. */
    enum Kind {
        SUBMIT, CONTACT_CARRIER, APPROVE, CONFIRM_ANEW, WISH, KEEP_DATE, START_TRANSFER, REJECT, MARK_PORTED,
        MARK_FAILED, COMPLETE,
        COMPLETE_PARTIALLY, CANCEL, CORRECT_NUMBERS
    }

    /**
     * An action.
     *
     * @param hours that pass before it
     * @param some which of the numbers it is about
     * @param focIn hours from then to the confirmed date, if it has one
     */
    record Command(Kind kind, int hours, Set<String> some, int focIn, Set<RejectionReason> reasons) {

        void giveTo(PortOrder order, ChangeContext context) {
            switch (kind) {
                case SUBMIT -> order.submit(context);
                case CONTACT_CARRIER -> order.contactCarrier("LSR-1", context);
                case APPROVE -> order.approve(context.at().plus(Duration.ofHours(focIn)), context);
                case CONFIRM_ANEW -> order.reconfirm(context.at().plus(Duration.ofHours(focIn)), context);
                case WISH -> order.requestDate(LocalDate.of(2026, 7, 1).plusDays(focIn), context);
                case KEEP_DATE -> order.keepDate(context);
                case START_TRANSFER -> order.startTransfer(context);
                case REJECT -> order.reject(context.because(reasons));
                case MARK_PORTED -> order.mark(some, NumberStatus.PORTED, context);
                case MARK_FAILED -> order.mark(some, NumberStatus.FAILED, context);
                case COMPLETE -> order.complete(context);
                case COMPLETE_PARTIALLY -> order.completePartially(context);
                case CANCEL -> order.cancel(context);
                case CORRECT_NUMBERS -> {
                    order.requireOpen(OrderField.NUMBERS);
                    order.number(some);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return Combinators
                .combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 40),
                        Arbitraries.of(NUMBERS).set(),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.of(RejectionReason.class).set().ofMinSize(1).ofMaxSize(3))
                .as(Command::new).list().ofMinSize(20).ofMaxSize(120);
    }

    private static PortOrder draft() {
        var organization = new Organization();
        organization.country = "US";
        organization.timeZone = ZoneId.of("America/Los_Angeles");
        var order = PortOrder.draft(organization, "Tacoma depot", Direction.IN,
                ChangeContext.byCustomer("The admin", BEGIN));
        order.number(NUMBERS);
        order.transferPin = "sealed";
        return order;
    }

    private static String everythingOf(PortOrder order) {
        return order.getState() + " " + order.getWaiting() + " " + order.getFocAt() + " " + order.requestedDate + " "
                + order.getHistory().size() + " "
                + order.getChanges().stream().map(change -> change.field + "=" + change.at).toList()
                + " " + order.getNumbers().stream().map(number -> number.number + "=" + number.status).toList() + " "
                + order.getChangedAt();
    }

    @Property(tries = 500)
    void anySequenceLeavesAWayOfTheTable(@ForAll("commands") List<Command> commands) {
        var order = draft();
        var now = BEGIN;
        var handedOver = new HashSet<String>();
        var expected = new TreeSet<>(NUMBERS);
        for (var command : commands) {
            now = now.plus(Duration.ofHours(command.hours));
            var before = order.getState();
            var all = everythingOf(order);
            var moved = numbers(order, NumberStatus.PORTED);
            try {
                command.giveTo(order, ChangeContext.byDesk("The desk", now));
                if (command.kind == Kind.CORRECT_NUMBERS) {
                    expected.retainAll(moved);
                    expected.addAll(command.some);
                }
            } catch (TransitionRefusedException e) {
                assertEquals(all, everythingOf(order), "a refused " + command + " changes nothing");
                assertEquals(before, e.from());
            }
            assertTrue(!before.isFinal() || all.equals(everythingOf(order)), "final is final");
            if (order.getState() == PortOrderState.PARTIALLY_COMPLETED) {
                handedOver.addAll(numbers(order, NumberStatus.PORTED));
            }
            assertTrue(numbers(order, NumberStatus.PORTED).containsAll(handedOver), "what has changed hands stays so");
            assertEquals(expected, order.getNumbers().stream().map(number -> number.number)
                    .collect(Collectors.toCollection(TreeSet::new)));
            checkHistory(order);
            checkWhereItStands(order);
        }
    }

    private static void checkHistory(PortOrder order) {
        PortOrderTransition last = null;
        for (var context : order.getHistory()) {
            assertEquals(last == null ? 0 : last.sequence + 1, context.sequence);
            assertEquals(last == null ? null : last.to, context.from);
            assertTrue(last == null || last.to.leavesTo().contains(context.to), context.from + " to " + context.to);
            assertTrue(last == null || !context.at.isBefore(last.at));
            last = context;
        }
        assertEquals(order.getState(), last.to);
    }

    private static void checkWhereItStands(PortOrder order) {
        var state = order.getState();
        assertTrue(order.getOpenChanges().isEmpty() || state == PortOrderState.ACTION_REQUIRED);
        assertEquals(order.getNumbers().size(), order.getNumberCount());
        assertEquals(state.isFinal() && !order.isToBeWithdrawn(), order.getWaiting() == PortOrderState.Waiting.NOBODY);
        assertEquals(state.isFinal(), !order.isWithTransferPin());
        switch (state) {
            case TRANSFER_APPROVED, TRANSFER_PENDING -> assertNotNull(order.getFocAt());
            case DRAFT, PROCESSING, CONTACTING_CARRIER, ACTION_REQUIRED -> assertNull(order.getFocAt());
            case COMPLETED -> assertEquals(order.getNumberCount(), numbers(order, NumberStatus.PORTED).size());
            case CANCELLED -> assertEquals(order.getNumberCount(),
                    numbers(order, NumberStatus.PORTED).size() + numbers(order, NumberStatus.CANCELLED).size());
            case PARTIALLY_COMPLETED -> assertTrue(numbers(order, NumberStatus.PORTED).size() > 0);
        }
    }

    private static Set<String> numbers(PortOrder order, NumberStatus status) {
        return order.getNumbers().stream().filter(number -> number.status == status).map(number -> number.number)
                .collect(Collectors.toSet());
    }
}
