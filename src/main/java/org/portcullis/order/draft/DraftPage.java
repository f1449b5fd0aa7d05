package org.portcullis.order.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.order.PortOrder;
import org.portcullis.order.draft.NumbersPage.NumbersFlash;
import org.portcullis.organization.Organization;

/**
 * The page of a step with form fields.
 *
 * @param order the draft, or null if it does not exist yet
 * @param id for the new draft, so that a form sent twice makes one; null if it exists
 * @param portOut whether port-outs are allowed: rule 3 of the port-out PIN
 * @param earliest the first possible porting date, or null if no date is asked for
 * @param forgetful whether the draft has data that a port out does not use and would delete
 * @param done the result for the numbers of the previous step
 */
public record DraftPage(Organization organization, PortOrder order, DraftStep step, OrderForm form, UUID id,
        boolean portOut,
        EarliestDate earliest, boolean forgetful, Map<NumbersFlash, Integer> done) {

    public List<DraftStep> getSteps() {
        return DraftStep.of(order);
    }

    /** @return the address to which the form is sent */
    public String getAction() {
        return order == null ? NewOrderResource.PATH : step.address(order);
    }

    /** @return the disabled option, or null */
    public Choice getForbidden() {
        return step == DraftStep.DIRECTION && !portOut ? Choice.OUT : null;
    }

    public Integer getAdded() {
        return done.get(NumbersFlash.ADDED);
    }

    public Integer getKnownCount() {
        return done.get(NumbersFlash.KNOWN);
    }

    /** @return how many entries were refused; null if none */
    public Integer getLeftOut() {
        return done.get(NumbersFlash.LEFT_OUT);
    }

    public List<NumbersPage.Remarked> getRemarked() {
        return NumbersFlash.remarked(done);
    }

    public boolean isFirst() {
        return order == null;
    }

    public boolean isTransferPinKept() {
        return order != null && order.isWithTransferPin();
    }

    /** @return whether the other carrier is labelled as the gaining one */
    public boolean isOut() {
        return order != null && !order.isIn();
    }
}
