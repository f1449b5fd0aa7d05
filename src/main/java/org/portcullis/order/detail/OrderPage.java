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
 * Everything that the page of one order shows to one person.
 *
 * @param due when it should move on, or null
 * @param lastNews when the organization last heard of it
 * @param silent whether nothing was heard for as long as the provider finds too long
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

    /** @return whether the order waits for somebody longer than it should */
    public boolean isOverdue() {
        return order.isOverdue(now);
    }

    /** @return the cut-off for cancelling where it is still to come, else null */
    public Instant getCancellableUntil() {
        return order.getState() == PortOrderState.TRANSFER_APPROVED && order.canBeCancelled(now)
                ? order.cancellableUntil()
                : null;
    }

    /** @return for the button that copies the order, so that pressing it twice makes one copy */
    public UUID getCopyId() {
        return UUID.randomUUID();
    }

    /** @return what the desk can do with the order now */
    public List<DeskStep> getDeskSteps() {
        return DeskStep.possible(order, now).stream().filter(step -> !step.isUnusual()).toList();
    }

    /** @return what it can note that has happened out of the usual way */
    public List<DeskStep> getUnusualSteps() {
        return DeskStep.possible(order, now).stream().filter(DeskStep::isUnusual).toList();
    }

    /** @return those of them that have to wait for something */
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

    /** @return where a button leads that can be pressed */
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

    /** @return where somebody of the desk makes the order their own */
    public String getAssignmentAddress() {
        return getDeskPath() + "/assignment";
    }

    /** @return where a step of the desk leads */
    public String address(DeskStep step) {
        return getDeskPath() + (step == DeskStep.NUMBERS ? "/numbers" : "/steps/" + step.getPath());
    }

    private String getDeskPath() {
        return "/desk/orders/" + order.pon;
    }
}
