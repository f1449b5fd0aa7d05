package org.portcullis.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.calendar.BusinessDays;
import org.portcullis.order.PortOrderTransition.ActorRole;
import org.portcullis.order.detail.Timeline;
import org.portcullis.organization.Organization;
import org.portcullis.testing.TestSettings;

class PortOrderTest {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-06-01T17:00:00Z");
    private static final ChangeContext STEP = ChangeContext.byDesk("The desk", MONDAY_MORNING);
    private static final BusinessDays BUSINESS_DAYS = new BusinessDays(new TestSettings().read());
    private static final Instant FOC = Instant.parse("2026-06-09T17:00:00Z");

    /** The method that leads to each state. */
    private static final Map<PortOrderState, Consumer<PortOrder>> TRANSITIONS = Map.of(
            PortOrderState.PROCESSING, order -> order.submit(STEP),
            PortOrderState.CONTACTING_CARRIER, order -> order.contactCarrier("LSR-1", STEP),
            PortOrderState.TRANSFER_APPROVED, order -> order.approve(FOC, STEP),
            PortOrderState.TRANSFER_PENDING, order -> order.startTransfer(STEP),
            PortOrderState.ACTION_REQUIRED, order -> order.reject(STEP.because(RejectionReason.BTN_MISMATCH)),
            PortOrderState.PARTIALLY_COMPLETED, order -> {
                if (order.getState() == PortOrderState.TRANSFER_PENDING) {
                    order.mark(List.of("+12065550100"), NumberStatus.PORTED, STEP);
                }
                order.completePartially(STEP);
            },
            PortOrderState.COMPLETED, order -> order.complete(STEP),
            PortOrderState.CANCELLED, order -> order.cancel(STEP));

    /** A way from the draft to each state. */
    private static final Map<PortOrderState, List<PortOrderState>> WAYS = Map.of(
            PortOrderState.DRAFT, List.of(),
            PortOrderState.PROCESSING, List.of(PortOrderState.PROCESSING),
            PortOrderState.CONTACTING_CARRIER, List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER),
            PortOrderState.TRANSFER_APPROVED, List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER,
                    PortOrderState.TRANSFER_APPROVED),
            PortOrderState.TRANSFER_PENDING, List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER,
                    PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING),
            PortOrderState.ACTION_REQUIRED, List.of(PortOrderState.PROCESSING, PortOrderState.ACTION_REQUIRED),
            PortOrderState.PARTIALLY_COMPLETED, List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER,
                    PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING,
                    PortOrderState.PARTIALLY_COMPLETED),
            PortOrderState.COMPLETED, List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER,
                    PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING, PortOrderState.COMPLETED),
            PortOrderState.CANCELLED, List.of(PortOrderState.PROCESSING, PortOrderState.CANCELLED));

    private static PortOrder orderIn(PortOrderState state) {
        var organization = new Organization();
        organization.country = "US";
        organization.timeZone = ZoneId.of("America/Los_Angeles");
        var order = PortOrder.draft(organization, "Tacoma depot", Direction.IN,
                ChangeContext.byCustomer("The admin", MONDAY_MORNING));
        order.number(List.of("+12065550100", "+12065550101"));
        WAYS.get(state).forEach(step -> TRANSITIONS.get(step).accept(order));
        return order;
    }

    @ParameterizedTest
    @EnumSource
    void goesWhereTheTableSaysAndNowhereElse(PortOrderState from) {
        TRANSITIONS.forEach((to, transition) -> {
            var order = orderIn(from);
            var steps = order.getHistory().size();
            if (from.leavesTo().contains(to)) {
                transition.accept(order);
                assertEquals(to, order.getState());
                assertEquals(from, order.lastStep().from);
                assertEquals(to, order.lastStep().to);
                assertEquals(steps + 1, order.getHistory().size());
            } else {
                var refused = assertThrows(TransitionRefusedException.class, () -> transition.accept(order));
                assertEquals(from, refused.from());
                assertEquals(to, refused.to());
                assertEquals(from, order.getState(), "nothing has changed");
                assertEquals(steps, order.getHistory().size());
            }
        });
    }

    @Test
    void keepsWhoWhenAndWhy() {
        var order = orderIn(PortOrderState.PROCESSING);
        var later = MONDAY_MORNING.plus(Duration.ofHours(1));
        order.reject(ChangeContext.byDesk("The desk", later)
                .because(RejectionReason.ACCOUNT_NUMBER_MISMATCH, RejectionReason.ADDRESS_MISMATCH)
                .saying("As on the bill"));
        var step = order.lastStep();
        assertEquals(ActorRole.DESK, step.actorRole);
        assertEquals("The desk", step.actorName);
        assertEquals(later, step.at);
        assertEquals("As on the bill", step.note);
        assertEquals(List.of(RejectionReason.ACCOUNT_NUMBER_MISMATCH, RejectionReason.ADDRESS_MISMATCH),
                order.getRejectionReasons());
        order.submit(STEP);
        assertEquals(List.of(), order.getRejectionReasons(), "they belong to the rejection, not to the order");
    }

    @Test
    void knowsWhenItShouldMove() {
        assertEquals(Optional.of(Deadline.day(LocalDate.of(2026, 6, 2))),
                Deadline.of(orderIn(PortOrderState.PROCESSING), BUSINESS_DAYS));
        assertEquals(Optional.of(Deadline.day(LocalDate.of(2026, 6, 5))),
                Deadline.of(orderIn(PortOrderState.CONTACTING_CARRIER), BUSINESS_DAYS));
        assertEquals(Optional.of(Deadline.moment(FOC.minus(Duration.ofHours(24)))),
                Deadline.of(orderIn(PortOrderState.TRANSFER_APPROVED), BUSINESS_DAYS));
        assertEquals(Optional.of(new Deadline(null, FOC, Duration.ofDays(10))),
                Deadline.of(orderIn(PortOrderState.TRANSFER_PENDING), BUSINESS_DAYS));
        assertEquals(Optional.empty(), Deadline.of(orderIn(PortOrderState.ACTION_REQUIRED), BUSINESS_DAYS));
        assertEquals(Optional.empty(), Deadline.of(orderIn(PortOrderState.COMPLETED), BUSINESS_DAYS));
        var simple = orderIn(PortOrderState.CONTACTING_CARRIER);
        simple.simple = true;
        assertEquals(Optional.of(Deadline.day(LocalDate.of(2026, 6, 2))), Deadline.of(simple, BUSINESS_DAYS));
    }

    @Test
    void givesEachNumberItsOwnStatus() {
        assertEquals(List.of(NumberStatus.PORTED, NumberStatus.FAILED),
                statuses(orderIn(PortOrderState.PARTIALLY_COMPLETED)));
        assertEquals(List.of(NumberStatus.PORTED, NumberStatus.PORTED), statuses(orderIn(PortOrderState.COMPLETED)));
        assertEquals(List.of(NumberStatus.CANCELLED, NumberStatus.CANCELLED),
                statuses(orderIn(PortOrderState.CANCELLED)));
        assertEquals(List.of(NumberStatus.WAITING, NumberStatus.WAITING), statuses(orderIn(PortOrderState.PROCESSING)));
    }

    private static List<NumberStatus> statuses(PortOrder order) {
        return order.getNumbers().stream().map(number -> number.status).toList();
    }

    @ParameterizedTest
    @EnumSource
    void showsOnlyAWayThatTheTableAllows(PortOrderState state) {
        var from = state;
        for (PortOrderState next : Timeline.ahead(state)) {
            assertTrue(from.leavesTo().contains(next), from + " to " + next);
            from = next;
        }
    }

    @Test
    void canBeCancelledAndMovedUntilExactly24HoursBeforeTheDate() {
        var cutOff = FOC.minus(PortOrder.PENDING_BEFORE_FOC);
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        assertEquals(cutOff, order.cancellableUntil());
        assertTrue(order.canBeCancelled(cutOff.minusNanos(1)));
        assertTrue(order.canChangeDate(cutOff.minusNanos(1)));
        assertFalse(order.canBeCancelled(cutOff));
        assertFalse(order.canChangeDate(cutOff));
        var tooLate = ChangeContext.byCustomer("The admin", cutOff);
        assertThrows(TransitionRefusedException.class, () -> order.cancel(tooLate));
        assertThrows(TransitionRefusedException.class, () -> order.requestDate(LocalDate.of(2026, 6, 12), tooLate));
        order.cancel(ChangeContext.byCustomer("The admin", cutOff.minusNanos(1)));
        assertEquals(PortOrderState.CANCELLED, order.getState());
    }

    @ParameterizedTest
    @EnumSource(names = {"PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED", "ACTION_REQUIRED"})
    void waitsForTheDeskWhereTheCustomerCancelsWhatACarrierWasAsked(PortOrderState state) {
        var byDesk = orderIn(state);
        byDesk.cancel(STEP);
        assertEquals(PortOrderState.Waiting.NOBODY, byDesk.getWaiting(), "the desk knows what it does");
        var order = orderIn(state);
        order.cancel(ChangeContext.byCustomer("The admin", MONDAY_MORNING));
        if (state != PortOrderState.CONTACTING_CARRIER && state != PortOrderState.TRANSFER_APPROVED) {
            assertEquals(PortOrderState.Waiting.NOBODY, order.getWaiting());
            assertThrows(TransitionRefusedException.class, () -> order.withdraw(STEP));
            return;
        }
        assertEquals(PortOrderState.Waiting.DESK, order.getWaiting());
        assertEquals(Optional.of(Deadline.day(LocalDate.of(2026, 6, 2))), Deadline.of(order, BUSINESS_DAYS));
        assertTrue(DeskStep.possible(order, MONDAY_MORNING).equals(List.of(DeskStep.WITHDRAW)));
        order.withdraw(STEP);
        assertEquals(PortOrderState.Waiting.NOBODY, order.getWaiting());
        assertEquals(List.of(OrderField.WITHDRAWAL),
                last(Timeline.of(order)).later().stream().map(event -> event.change().field).toList());
        assertThrows(TransitionRefusedException.class, () -> order.withdraw(STEP), "once is enough");
    }

    @Test
    void isToBeWithdrawnBeforeTheTransferBegins() {
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        var cutOff = FOC.minus(PortOrder.PENDING_BEFORE_FOC);
        order.cancel(ChangeContext.byCustomer("The admin", cutOff.minusSeconds(60)));
        assertEquals(Optional.of(Deadline.moment(cutOff)), Deadline.of(order, BUSINESS_DAYS));
    }

    @ParameterizedTest
    @EnumSource
    void canBeCancelledOnlyWhereTheTableSays(PortOrderState state) {
        assertEquals(state.leavesTo().contains(PortOrderState.CANCELLED),
                orderIn(state).canBeCancelled(MONDAY_MORNING));
    }

    @ParameterizedTest
    @EnumSource
    void changesItsDateOnlyOnceItIsApproved(PortOrderState state) {
        var order = orderIn(state);
        if (state == PortOrderState.TRANSFER_APPROVED) {
            order.requestDate(LocalDate.of(2026, 6, 12), STEP);
            assertEquals(LocalDate.of(2026, 6, 12), order.requestedDate);
            assertEquals(PortOrderState.Waiting.DESK, order.getWaiting(), "the desk asks the carrier");
            order.reconfirm(FOC.plus(Duration.ofDays(3)), STEP);
            assertEquals(FOC.plus(Duration.ofDays(3)), order.getFocAt());
            assertEquals(PortOrderState.Waiting.DATE, order.getWaiting());
            assertEquals(List.of(OrderField.REQUESTED_DATE, OrderField.FOC_DATE),
                    order.getChanges().stream().map(change -> change.field).toList());
            assertEquals(FOC.toString(), order.getChanges().get(1).oldValue);
            assertEquals(order.getChanges(),
                    last(Timeline.of(order)).later().stream().map(Timeline.Event::change).toList(),
                    "both stand in the history");
        } else {
            assertThrows(TransitionRefusedException.class, () -> order.requestDate(LocalDate.of(2026, 6, 12), STEP));
            assertThrows(TransitionRefusedException.class, () -> order.reconfirm(FOC, STEP));
        }
    }

    @Test
    void keepsItsDateWhereTheCarrierConfirmsNoOther() {
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        assertThrows(TransitionRefusedException.class, () -> order.keepDate(STEP), "nobody wished for another one");
        order.requestedDate = LocalDate.of(2026, 6, 9);
        var customer = ChangeContext.byCustomer("The admin", MONDAY_MORNING);
        order.requestDate(LocalDate.of(2026, 6, 12), customer);
        order.requestDate(LocalDate.of(2026, 6, 15), customer);
        order.keepDate(STEP);
        assertEquals(FOC, order.getFocAt());
        assertEquals(LocalDate.of(2026, 6, 9), order.requestedDate, "as before both wishes");
        assertEquals(PortOrderState.Waiting.DATE, order.getWaiting());
        var kept = last(Timeline.of(order)).later();
        assertEquals(OrderField.FOC_DATE, kept.get(2).change().field);
        assertFalse(kept.get(2).change().isChanged());
        assertTrue(order.isDateKeptBy("The desk"));
        order.requestDate(LocalDate.of(2026, 6, 16), customer);
        order.keepDate(STEP);
        assertEquals(LocalDate.of(2026, 6, 9), order.requestedDate, "as before the last one");
        order.reconfirm(FOC.plus(Duration.ofDays(3)), STEP);
        assertFalse(order.isDateKeptBy("The desk"));
    }

    private static Timeline.Entry last(Timeline timeline) {
        return timeline.entries().get(timeline.entries().size() - 1);
    }

    @Test
    void isNotRejectedForWhatAPortOutDoesNotHave() {
        var order = orderIn(PortOrderState.CONTACTING_CARRIER);
        order.direction = Direction.OUT;
        for (var reason : List.of(RejectionReason.LOA_MISSING, RejectionReason.LOA_INVALID,
                RejectionReason.PARTIAL_FULL_MISMATCH)) {
            assertThrows(TransitionRefusedException.class,
                    () -> order.reject(STEP.because(RejectionReason.PIN_INVALID, reason)));
        }
        order.reject(STEP.because(RejectionReason.PIN_INVALID));
        assertEquals(Set.of(), order.getFieldsToCorrect(), "the PIN is the organization's own");
        assertTrue(order.isRejectedForPin());
    }

    @Test
    void opensTheFieldsThatARejectionNamesUntilItIsSentAgain() {
        var order = orderIn(PortOrderState.CONTACTING_CARRIER);
        order.account().number = "88-2041";
        order.reject(STEP.because(RejectionReason.ACCOUNT_NUMBER_MISMATCH, RejectionReason.PARTIAL_FULL_MISMATCH));
        assertEquals(List.of(OrderField.ACCOUNT_NUMBER, OrderField.REPLACEMENT_BTN, OrderField.EXTENT),
                order.getOpenChanges().stream().map(change -> change.field).toList());
        assertTrue(order.isOpen(OrderField.ACCOUNT_NUMBER) && order.isOpen(OrderField.DOCUMENTS));
        assertThrows(TransitionRefusedException.class, () -> order.requireOpen(OrderField.NUMBERS));
        order.account().number = "88-2042";
        order.submit(ChangeContext.byCustomer("The admin", MONDAY_MORNING));
        assertEquals(List.of(), order.getOpenChanges());
        var corrected = last(Timeline.of(order)).corrected();
        assertEquals(1, corrected.size(), "what was not changed is no news");
        assertEquals("88-2041", corrected.get(0).oldValue);
        assertEquals("88-2042", corrected.get(0).newValue);
        assertFalse(order.isOpen(OrderField.ACCOUNT_NUMBER));
    }

    @Test
    void tellsOfASecretOnlyWhetherItIsAnotherOne() {
        var order = orderIn(PortOrderState.CONTACTING_CARRIER);
        order.transferPin = "sealed";
        order.reject(STEP.because(RejectionReason.PIN_INVALID, RejectionReason.LOA_INVALID));
        order.submit(STEP);
        assertEquals(List.of(), last(Timeline.of(order)).corrected(), "nothing was given anew");
        order.reject(STEP.because(RejectionReason.PIN_INVALID));
        order.transferPin = "sealed otherwise";
        order.submit(STEP);
        var corrected = last(Timeline.of(order)).corrected();
        assertEquals(List.of(OrderField.TRANSFER_PIN), corrected.stream().map(change -> change.field).toList());
        assertFalse(corrected.get(0).newValue.contains("sealed"));
    }

    @Test
    void keepsWhatEachStepEntered() {
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        assertEquals(FOC, order.lastStep().focAt);
        order.reject(STEP.because(RejectionReason.NUMBER_FROZEN));
        order.submit(STEP);
        order.contactCarrier("LSR-2", STEP);
        assertEquals(List.of("LSR-1", "LSR-2"),
                order.getHistory().stream().map(step -> step.carrierPon).filter(Objects::nonNull).toList());
    }

    @Test
    void tellsInTheOrderOfTimeHowManyNumbersMoved() {
        var order = orderIn(PortOrderState.TRANSFER_PENDING);
        var later = ChangeContext.byDesk("Kim", MONDAY_MORNING.plusSeconds(60));
        order.mark(List.of("+12065550100"), NumberStatus.PORTED, later);
        order.mark(List.of("+12065550100"), NumberStatus.PORTED, later);
        order.mark(List.of("+12065550101"), NumberStatus.FAILED, STEP);
        var marks = last(Timeline.of(order)).later().stream().map(Timeline.Event::mark).toList();
        assertEquals(List.of("The desk", "Kim"), marks.stream().map(mark -> mark.actorName).toList());
        assertEquals(List.of(1, 1), marks.stream().map(mark -> mark.moved).toList());
        assertEquals(List.of(1, 0), marks.stream().map(mark -> mark.failed).toList(), "each as it was said");
        var partly = orderIn(PortOrderState.PARTIALLY_COMPLETED);
        assertEquals(1, partly.getMarks().get(1).failed, "what was not marked is said by the step");
    }

    @Test
    void looksAtAWishBeforeTheCutOff() {
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        var cutOff = order.cancellableUntil();
        order.requestDate(LocalDate.of(2026, 6, 12), ChangeContext.byCustomer("The admin", MONDAY_MORNING));
        assertEquals(Optional.of(Deadline.day(LocalDate.of(2026, 6, 2))), Deadline.of(order, BUSINESS_DAYS));
        order.requestDate(LocalDate.of(2026, 6, 15), ChangeContext.byCustomer("The admin", cutOff.minusSeconds(60)));
        assertEquals(Optional.of(Deadline.moment(cutOff)), Deadline.of(order, BUSINESS_DAYS),
                "later it could not be met");
        assertTrue(order.isAnotherDateWished());
    }

    @Test
    void takesBackNoNumberOfAnEarlierTransfer() {
        var order = orderIn(PortOrderState.PARTIALLY_COMPLETED);
        order.reject(STEP.because(RejectionReason.NOT_PORTABLE));
        List.of(PortOrderState.PROCESSING, PortOrderState.CONTACTING_CARRIER, PortOrderState.TRANSFER_APPROVED,
                PortOrderState.TRANSFER_PENDING).forEach(to -> TRANSITIONS.get(to).accept(order));
        order.mark(List.of("+12065550101"), NumberStatus.PORTED, STEP);
        assertThrows(TransitionRefusedException.class,
                () -> order.mark(List.of("+12065550100"), NumberStatus.FAILED, STEP));
        order.mark(List.of("+12065550101"), NumberStatus.FAILED, STEP);
        assertEquals(List.of(NumberStatus.PORTED, NumberStatus.FAILED), statuses(order));
    }

    @Test
    void saysWhyItIsNotPartiallyCompletedYet() {
        var order = orderIn(PortOrderState.TRANSFER_PENDING);
        assertEquals(DeskStep.Hindrance.NONE_MOVED, DeskStep.COMPLETE_PARTIALLY.hindrance(order));
        order.mark(List.of("+12065550100"), NumberStatus.PORTED, STEP);
        assertNull(DeskStep.COMPLETE_PARTIALLY.hindrance(order));
        order.mark(List.of("+12065550101"), NumberStatus.PORTED, STEP);
        assertEquals(DeskStep.Hindrance.ALL_MOVED, DeskStep.COMPLETE_PARTIALLY.hindrance(order));
        assertNull(DeskStep.COMPLETE_PARTIALLY.hindrance(orderIn(PortOrderState.PROCESSING)));
    }

    @Test
    void hasNoConfirmedDateAnyMoreOnceItIsRejected() {
        var order = orderIn(PortOrderState.TRANSFER_APPROVED);
        order.reject(STEP.because(RejectionReason.DUE_DATE_INVALID));
        assertNull(order.getFocAt());
        var change = order.getChanges().get(0);
        assertEquals(OrderField.FOC_DATE, change.field);
        assertEquals(FOC.toString(), change.oldValue);
        assertTrue(change.isClosed());
    }

    @Test
    void leavesNothingOpenWhenARejectedOrderIsCancelled() {
        var order = orderIn(PortOrderState.ACTION_REQUIRED);
        order.cancel(STEP);
        assertEquals(List.of(), order.getOpenChanges());
    }

    @ParameterizedTest
    @EnumSource
    void marksNumbersOnlyWhileTheyMove(PortOrderState state) {
        var order = orderIn(state);
        if (state == PortOrderState.TRANSFER_PENDING || state == PortOrderState.PARTIALLY_COMPLETED) {
            order.mark(List.of("+12065550101"), NumberStatus.PORTED, STEP);
            assertEquals(NumberStatus.PORTED, statuses(order).get(1));
        } else {
            assertThrows(TransitionRefusedException.class,
                    () -> order.mark(List.of("+12065550101"), NumberStatus.PORTED, STEP));
        }
    }

    @Test
    void tellsOfFailedNumbersThatMovedAfterAll() {
        var order = orderIn(PortOrderState.TRANSFER_PENDING);
        order.mark(List.of("+12065550100"), NumberStatus.FAILED, STEP);
        assertEquals(1, order.getFailedCount());
        order.complete(STEP);
        assertEquals(List.of(NumberStatus.PORTED, NumberStatus.PORTED), statuses(order));
        var last = order.getMarks().get(order.getMarks().size() - 1);
        assertEquals(2, last.moved);
        assertEquals(0, last.failed);
        assertEquals(List.of("+12065550100", "+12065550101"), order.handedOver(order.telephoneNumbers()));
    }

    @Test
    void isPartiallyCompletedOnlyByAMixture() {
        var none = orderIn(PortOrderState.TRANSFER_PENDING);
        assertThrows(TransitionRefusedException.class, () -> none.completePartially(STEP));
        var all = orderIn(PortOrderState.TRANSFER_PENDING);
        all.mark(List.of("+12065550100", "+12065550101"), NumberStatus.PORTED, STEP);
        assertThrows(TransitionRefusedException.class, () -> all.completePartially(STEP));
        assertEquals(PortOrderState.TRANSFER_PENDING, all.getState());
    }

    @Test
    void losesNoNumberThatHasMoved() {
        var order = orderIn(PortOrderState.PARTIALLY_COMPLETED);
        assertThrows(TransitionRefusedException.class,
                () -> order.mark(List.of("+12065550100"), NumberStatus.FAILED, STEP));
        order.reject(STEP.because(RejectionReason.NOT_PORTABLE));
        order.number(List.of("+12065550199"));
        assertEquals(List.of("+12065550100", "+12065550199"),
                order.getNumbers().stream().map(number -> number.number).toList());
        order.cancel(STEP);
        assertEquals(List.of(NumberStatus.PORTED, NumberStatus.CANCELLED), statuses(order));
    }

    @Test
    void isCopiedWithoutItsDatesItsSecretsAndWhatHasMoved() {
        var order = orderIn(PortOrderState.PARTIALLY_COMPLETED);
        order.requestedDate = LocalDate.of(2026, 6, 9);
        order.account().number = "88-2041";
        order.transferPin = "sealed";
        var copy = order.copy(UUID.randomUUID(), STEP);
        assertEquals(PortOrderState.DRAFT, copy.getState());
        assertEquals(1, copy.getHistory().size());
        assertNull(copy.requestedDate);
        assertNull(copy.getFocAt());
        assertNull(copy.getCarrierPon());
        assertFalse(copy.isWithTransferPin());
        assertEquals(List.of("+12065550101"), copy.getNumbers().stream().map(number -> number.number).toList());
        assertEquals(List.of(NumberStatus.WAITING), statuses(copy));
        copy.account().number = "changed";
        assertEquals("88-2041", order.account().number, "each has its own");
        assertFalse(copy.pon.equals(order.pon));
    }

    @ParameterizedTest
    @EnumSource
    void isThrownAwayOnlyAsADraft(PortOrderState state) {
        var order = orderIn(state);
        if (state == PortOrderState.DRAFT) {
            order.requireDraft();
        } else {
            assertThrows(TransitionRefusedException.class, order::requireDraft);
        }
    }

    @Test
    void hasAReferenceThatTellsNoCount() {
        var one = orderIn(PortOrderState.DRAFT).pon;
        assertTrue(one.matches("PC[2-9A-HJ-KM-NP-TV-Z]{10}"), one);
        assertTrue(!one.equals(orderIn(PortOrderState.DRAFT).pon));
    }

    @ParameterizedTest
    @EnumSource(value = PortOrderState.class, names = {"PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED",
        "TRANSFER_PENDING",
        "ACTION_REQUIRED", "PARTIALLY_COMPLETED"})
    void recordsThatAllHasMovedFromWhereverItStands(PortOrderState from) {
        var order = orderIn(from);
        order.recordMove(STEP.saying("They are there"));
        assertEquals(PortOrderState.COMPLETED, order.getState());
        assertEquals(2, order.getMovedCount());
        assertEquals(Set.copyOf(order.telephoneNumbers()), Set.copyOf(order.justHandedOver));
        assertEquals(List.of("They are there"),
                order.getHistory().stream().map(step -> step.note).filter(Objects::nonNull).toList());
        for (int i = 1; i < order.getHistory().size(); i++) {
            var step = order.getHistory().get(i);
            assertTrue(step.from == null || step.from.leavesTo().contains(step.to),
                    step.from + " to " + step.to + " is in the table");
        }
        assertEquals(List.of(), order.getOpenChanges());
    }

    @ParameterizedTest
    @EnumSource(value = PortOrderState.class, names = {"DRAFT", "COMPLETED", "CANCELLED"})
    void recordsNothingOfWhatWasNotSentOrIsClosed(PortOrderState in) {
        var order = orderIn(in);
        assertThrows(TransitionRefusedException.class, () -> order.recordMove(STEP));
        assertThrows(TransitionRefusedException.class, () -> order.recordStart(STEP));
        assertThrows(TransitionRefusedException.class, () -> order.recordFoc(FOC, STEP));
        assertThrows(TransitionRefusedException.class, () -> order.recordWithdrawal(STEP));
        assertEquals(in, order.getState());
        assertFalse(
                DeskStep.START.isPossible(order, MONDAY_MORNING) || DeskStep.MOVED.isPossible(order, MONDAY_MORNING));
    }

    @Test
    void recordsThatATransferHasBegunWithoutADate() {
        var order = orderIn(PortOrderState.CONTACTING_CARRIER);
        assertTrue(
                DeskStep.START.isPossible(order, MONDAY_MORNING) && DeskStep.MOVED.isPossible(order, MONDAY_MORNING));
        order.recordStart(STEP);
        assertEquals(PortOrderState.TRANSFER_PENDING, order.getState());
        assertNull(order.getFocAt());
        assertEquals(Optional.of(LocalDate.of(2026, 6, 2)), Deadline.of(order, BUSINESS_DAYS).map(Deadline::day),
                "a business day later");
        order.mark(List.of("+12065550100"), NumberStatus.PORTED, STEP);
        order.completePartially(STEP);
        assertEquals(PortOrderState.PARTIALLY_COMPLETED, order.getState());
    }

    @ParameterizedTest
    @EnumSource(value = PortOrderState.class, names = {"PROCESSING", "CONTACTING_CARRIER", "TRANSFER_APPROVED",
        "TRANSFER_PENDING",
        "ACTION_REQUIRED", "PARTIALLY_COMPLETED"})
    void recordsTheCarriersDateAndItsWithdrawalWhereverItStands(PortOrderState from) {
        var order = orderIn(from);
        var later = FOC.plus(Duration.ofDays(2));
        order.recordFoc(later, STEP);
        assertEquals(later, order.getFocAt());
        assertEquals(from == PortOrderState.TRANSFER_PENDING || from == PortOrderState.PARTIALLY_COMPLETED ? from
                : PortOrderState.TRANSFER_APPROVED, order.getState());
        order.recordWithdrawal(STEP);
        assertEquals(PortOrderState.CANCELLED, order.getState());
        assertEquals(from == PortOrderState.PARTIALLY_COMPLETED ? 1 : 0, order.getMovedCount(),
                "what has moved has moved");
    }

    @Test
    void mayStillMoveForTenDaysAfterItsDate() {
        var order = orderIn(PortOrderState.TRANSFER_PENDING);
        var until = FOC.plus(Duration.ofDays(10));
        assertEquals(until, order.getMayMoveUntil());
        assertFalse(order.isPastDate(FOC));
        assertTrue(order.isPastDate(FOC.plusSeconds(1)) && !order.isPastMove(until));
        assertTrue(order.isPastMove(until.plusSeconds(1)));
        assertEquals(until, Deadline.of(order, BUSINESS_DAYS).orElseThrow().deadline(order, BUSINESS_DAYS));
        order.complete(STEP);
        assertNull(order.getMayMoveUntil());
        assertNull(orderIn(PortOrderState.CONTACTING_CARRIER).getMayMoveUntil());
    }
}
