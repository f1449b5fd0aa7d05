package org.portcullis.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Actions of the porting desk on an order. Each follows the state table, or leaves the state as it is. */
public enum DeskStep {
    SEND, CONFIRM, CONFIRM_ANEW, KEEP_DATE, NUMBERS, COMPLETE, COMPLETE_PARTIALLY, REJECT, CANCEL, WITHDRAW, START,
    MOVED;

    /** Why an action that is nearly possible can't be taken yet. */
    public enum Hindrance {
        NONE_MOVED, ALL_MOVED
    }

    /** @return whether the action records an unusual event */
    public boolean isUnusual() {
        return this == START || this == MOVED;
    }

    /** @return the last path segment of its address */
    public String getPath() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DeskStep> byPath(String path) {
        return Arrays.stream(values()).filter(step -> step.getPath().equals(path)).findFirst();
    }

    /** @return the actions that are possible for the order now */
    public static List<DeskStep> possible(PortOrder order, Instant now) {
        return Arrays.stream(values()).filter(step -> step.isPossible(order, now)).toList();
    }

    /** @return the actions that would be possible after something else is done */
    public static List<DeskStep> hindered(PortOrder order) {
        return Arrays.stream(values()).filter(step -> step.hindrance(order) != null).toList();
    }

    /**
     * @return what the order's numbers lack for this action; null if it is possible, or if the numbers are not the
     * reason
     */
    public Hindrance hindrance(PortOrder order) {
        if (this != COMPLETE_PARTIALLY || order.isMixed()
                || !order.getState().leavesTo().contains(PortOrderState.PARTIALLY_COMPLETED)) {
            return null;
        }
        return order.getMovedCount() == 0 ? Hindrance.NONE_MOVED : Hindrance.ALL_MOVED;
    }

    /** @return the state after the action, which may be the current one */
    public PortOrderState leadsTo(PortOrder order) {
        return switch (this) {
            case SEND -> PortOrderState.CONTACTING_CARRIER;
            case START -> PortOrderState.TRANSFER_PENDING;
            case CONFIRM, CONFIRM_ANEW, KEEP_DATE -> PortOrderState.TRANSFER_APPROVED;
            case NUMBERS -> order.getState();
            case COMPLETE, MOVED -> PortOrderState.COMPLETED;
            case COMPLETE_PARTIALLY -> PortOrderState.PARTIALLY_COMPLETED;
            case REJECT -> PortOrderState.ACTION_REQUIRED;
            case CANCEL, WITHDRAW -> PortOrderState.CANCELLED;
        };
    }

    /** @throws TransitionRefusedException if the desk can't take this action now, even if another role can */
    public void require(PortOrder order, Instant now) {
        if (!isPossible(order, now)) {
            throw new TransitionRefusedException(order.getState(), order.getState());
        }
    }

    public boolean isPossible(PortOrder order, Instant now) {
        var ahead = order.getState().leavesTo();
        return switch (this) {
            case SEND -> ahead.contains(PortOrderState.CONTACTING_CARRIER);
            case CONFIRM -> ahead.contains(PortOrderState.TRANSFER_APPROVED);
            case CONFIRM_ANEW -> order.getState() == PortOrderState.TRANSFER_APPROVED;
            case KEEP_DATE -> order.isAnotherDateWished();
            case NUMBERS, COMPLETE -> ahead.contains(PortOrderState.COMPLETED);
            case COMPLETE_PARTIALLY -> ahead.contains(PortOrderState.PARTIALLY_COMPLETED) && order.isMixed();
            case REJECT -> ahead.contains(PortOrderState.ACTION_REQUIRED);
            case CANCEL -> order.getState() != PortOrderState.ACTION_REQUIRED && order.canBeCancelled(now);
            case WITHDRAW -> order.isToBeWithdrawn();
            case START, MOVED -> !order.isDraft() && !order.getState().isFinal() && !order.getState().isUnderTransfer();
        };
    }
}
