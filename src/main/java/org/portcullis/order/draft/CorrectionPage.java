package org.portcullis.order.draft;

import java.util.List;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderChange;

/**
 * The page on which a rejected order is corrected.
 *
 * @param documents null if the order has none
 * @param lacks what is still missing for a submission
 */
public record CorrectionPage(PortOrder order, OrderForm form, DocumentsPage documents, EarliestDate earliest,
        Readiness lacks,
        boolean tried) {

    public List<PortOrderChange> getChanges() {
        return order.getOpenChanges();
    }

    public boolean isNumbersOpen() {
        return order.isOpen(OrderField.NUMBERS);
    }

    /** @return whether none of the fields named by the carrier was changed */
    public boolean isUnchanged() {
        return getChanges().stream().noneMatch(PortOrderChange::isChanged);
    }

    public boolean isFailed() {
        return form.isFailed() || tried;
    }

    public String getAction() {
        return CorrectionResource.path(order);
    }

    public String getReviewAction() {
        return getAction() + "/review";
    }

    public boolean isTransferPinKept() {
        return order.isWithTransferPin();
    }

    /** @return the disabled option: none for corrections */
    public Choice getForbidden() {
        return null;
    }

    public boolean isOut() {
        return !order.isIn();
    }
}
