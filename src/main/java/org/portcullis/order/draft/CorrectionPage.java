package org.portcullis.order.draft;

import java.util.List;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;
import org.portcullis.order.PortOrderChange;

/**
 * The page on which a rejected order is corrected.
 *
 * @param documents null where the order has none
 * @param lacks what the order would still lack if it were sent now
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

    /** @return whether nothing of what the carrier named was changed */
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

    /** @return the option that can't be chosen: of what can be corrected, none */
    public Choice getForbidden() {
        return null;
    }

    public boolean isOut() {
        return !order.isIn();
    }
}
