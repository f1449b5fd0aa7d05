package org.portcullis.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.account.SignedIn.Person;

/** Actions of an organization's people on an order, and why some are not possible. */
public enum OrderAction {
    EDIT, CORRECT, CHANGE_DATE, CANCEL, DISCARD, COPY;

    /** Why a button is disabled. */
    public enum Hindrance {
        VIEWER, NOT_SENT, WITH_THE_DESK, WITH_THE_CARRIER, DATE_CONFIRMED, TRANSFER_STARTED, PARTLY_MOVED, REJECTED,
        CLOSED, NOT_CLOSED
    }

    /** A button and, if it is disabled, the reason. */
    public record Button(OrderAction action, Hindrance hindrance) {

        /** @return whether it is the action that the order waits for */
        public boolean isPrimary() {
            return action == EDIT || action == CORRECT;
        }

        public boolean isFree() {
            return hindrance == null;
        }
    }

    /** @return the buttons that belong on the order's page, in their order */
    public static List<Button> buttons(PortOrder order, Person person, Instant now) {
        var shown = order.isDraft() ? Stream.of(EDIT, DISCARD)
                : order.getState() == PortOrderState.ACTION_REQUIRED ? Stream.of(CORRECT, CANCEL, COPY)
                        : order.getState().isFinal() ? Stream.of(COPY, CANCEL)
                                : Stream.of(EDIT, CHANGE_DATE, CANCEL, COPY);
        return shown.map(action -> new Button(action, action.hindrance(order, person, now).orElse(null))).toList();
    }

    /** @return why the action is not possible now; empty if it is */
    public Optional<Hindrance> hindrance(PortOrder order, Person person, Instant now) {
        if (!person.isAdmin()) {
            return Optional.of(Hindrance.VIEWER);
        }
        var free = switch (this) {
            case EDIT, DISCARD -> order.isDraft();
            case CORRECT -> order.getState() == PortOrderState.ACTION_REQUIRED;
            case CHANGE_DATE -> order.canChangeDate(now);
            case CANCEL -> order.canBeCancelled(now);
            case COPY -> order.getState().isFinal();
        };
        return free ? Optional.empty() : Optional.of(this == COPY ? Hindrance.NOT_CLOSED : why(order.getState()));
    }

    private static Hindrance why(PortOrderState state) {
        return switch (state) {
            case DRAFT -> Hindrance.NOT_SENT;
            case PROCESSING -> Hindrance.WITH_THE_DESK;
            case CONTACTING_CARRIER -> Hindrance.WITH_THE_CARRIER;
            case TRANSFER_APPROVED -> Hindrance.DATE_CONFIRMED;
            case TRANSFER_PENDING -> Hindrance.TRANSFER_STARTED;
            case PARTIALLY_COMPLETED -> Hindrance.PARTLY_MOVED;
            case ACTION_REQUIRED -> Hindrance.REJECTED;
            case COMPLETED, CANCELLED -> Hindrance.CLOSED;
        };
    }
}
