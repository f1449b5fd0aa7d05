package org.portcullis.order.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portcullis.order.DeskStep;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderState;
import org.portcullis.web.form.Parameters;

/**
 * The page of a bulk step, which applies one action to many orders.
 *
 * @param id of the background job, chosen with the form, so that a double click starts it once
 * @param state of the orders
 * @param step to apply, or null while none is chosen
 * @param form of the step, or null while none is chosen
 * @param orders that can be chosen, longest waiting first
 * @param chosen the PONs of the chosen orders
 * @param noneChosen whether the form was submitted without any order
 */
record BulkPage(UUID id, PortOrderState state, DeskStep step, StepForm form, List<PortOrder> orders, Set<String> chosen,
        boolean noneChosen) {

    /** More orders are shown after these were processed. */
    static final int MOST = 500;

    private static final List<PortOrderState> STATES = List.of(PortOrderState.PROCESSING,
            PortOrderState.CONTACTING_CARRIER,
            PortOrderState.TRANSFER_APPROVED, PortOrderState.TRANSFER_PENDING, PortOrderState.PARTIALLY_COMPLETED);

    /** An option above the list: its address, and whether it is chosen. */
    public record Choice<T>(T of, String address, boolean chosen) {
    }

    static boolean has(PortOrderState state, DeskStep step) {
        return steps(state).contains(step);
    }

    static boolean has(PortOrderState state) {
        return STATES.contains(state);
    }

    /** Actions on individual numbers, and partial completion, need a page per order. */
    private static List<DeskStep> steps(PortOrderState state) {
        return switch (state) {
            case PROCESSING -> List.of(DeskStep.SEND, DeskStep.REJECT, DeskStep.CANCEL);
            case CONTACTING_CARRIER -> List.of(DeskStep.CONFIRM, DeskStep.REJECT, DeskStep.CANCEL);
            case TRANSFER_APPROVED -> List.of(DeskStep.CONFIRM_ANEW, DeskStep.REJECT, DeskStep.CANCEL);
            case TRANSFER_PENDING, PARTIALLY_COMPLETED -> List.of(DeskStep.COMPLETE, DeskStep.REJECT);
            case DRAFT, ACTION_REQUIRED, COMPLETED, CANCELLED -> List.of();
        };
    }

    public List<Choice<PortOrderState>> getStates() {
        return STATES.stream().map(each -> new Choice<>(each, BulkResource.PATH + "?state=" + each, each == state))
                .toList();
    }

    public List<Choice<DeskStep>> getSteps() {
        return steps(state).stream()
                .map(each -> new Choice<>(each, BulkResource.PATH + "?state=" + state + "&step=" + each.getPath(),
                        each == step))
                .toList();
    }

    public boolean isChosen(PortOrder order) {
        return chosen.contains(order.pon);
    }

    public boolean isFailed() {
        return noneChosen || form != null && form.isFailed();
    }

    public int getMost() {
        return MOST;
    }

    /** @return the state's orders, longest waiting first */
    static List<PortOrder> ordersIn(PortOrderState state) {
        return PortOrder.longestIn(state, MOST);
    }

    static PortOrderState state(String name) {
        return Parameters.constant(PortOrderState.class, name).orElse(null);
    }
}
