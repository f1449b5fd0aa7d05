package org.portcullis.order.detail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portcullis.order.CommentForm;
import org.portcullis.order.Deadline;
import org.portcullis.order.DeskStep;
import org.portcullis.order.OrderAction;
import org.portcullis.order.OrderFlash;
import org.portcullis.order.OrderPaths;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderComment;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.document.Document;

/**
 * The contents of the page of one order, for one person.
 *
 * @param due when its next event is due, or null
 * @param lastNews when the organization was last notified
 * @param silent whether the last notification is longer ago than the provider's limit
 */
public record OrderPage(PortOrder order, Deadline due, Timeline timeline, NumberLines numbers,
        List<OrderAction.Button> buttons,
        List<PortOrderComment> comments, List<NotificationGroup> told, List<Document> documents, Set<OrderFlash> flash,
        CommentForm comment, Instant lastNews,
        boolean silent, Instant now) {

    public boolean isFailed() {
        return comment.problem() != null;
    }

    public boolean isOut() {
        return !order.isIn();
    }

    /** @return whether the order's next event is overdue */
    public boolean isOverdue() {
        return order.isOverdue(now);
    }

    /** @return the cut-off for cancelling if it is still to come, else null */
    public Instant getCancellableUntil() {
        return order.getState() == PortOrderState.TRANSFER_APPROVED && order.canBeCancelled(now)
                ? order.cancellableUntil()
                : null;
    }

    /** @return an id for the copy, so that pressing the button twice makes one copy */
    public UUID getCopyId() {
        return UUID.randomUUID();
    }

    /** @return the desk's possible actions on the order now */
    public List<DeskStep> getDeskSteps() {
        return DeskStep.possible(order, now).stream().filter(step -> !step.isUnusual()).toList();
    }

    /** @return the desk's actions that record an unusual event */
    public List<DeskStep> getUnusualSteps() {
        return DeskStep.possible(order, now).stream().filter(DeskStep::isUnusual).toList();
    }

    /** @return the desk's actions for which something else must be done first */
    public List<DeskStep> getHinderedSteps() {
        return DeskStep.hindered(order);
    }

    public String getPath() {
        return OrderPaths.LIST + "/" + order.pon;
    }

    public String getCommentAddress() {
        return getPath() + "/comments";
    }

    public String getCopyAddress() {
        return getPath() + "/change/copy";
    }

    /** @return the address of an enabled button */
    public String address(OrderAction.Button button) {
        return getPath() + switch (button.action()) {
            case EDIT -> "/draft/numbers";
            case CORRECT -> "/correction";
            case CHANGE_DATE -> "/change/date";
            case CANCEL -> "/change/cancellation";
            case DISCARD -> "/change/removal";
            case COPY -> "/change/copy";
        };
    }

    /** @return the address at which a member of the desk assigns the order to themselves */
    public String getAssignmentAddress() {
        return getDeskPath() + "/assignment";
    }

    /** @return the address of an action of the desk */
    public String address(DeskStep step) {
        return getDeskPath() + (step == DeskStep.NUMBERS ? "/numbers" : "/steps/" + step.getPath());
    }

    private String getDeskPath() {
        return "/desk/orders/" + order.pon;
    }
}
