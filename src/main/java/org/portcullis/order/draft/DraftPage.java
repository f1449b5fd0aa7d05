package org.portcullis.order.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portcullis.calendar.EarliestDate;
import org.portcullis.order.PortOrder;
import org.portcullis.order.draft.NumbersPage.NumbersFlash;
import org.portcullis.organization.Organization;

/**
 * A step's page with a form of fields.
 *
 * @param order the draft, or null while there is none
 * @param id for the draft to be made, so that a form sent twice makes one; null once there is one
 * @param portOut whether numbers may leave: rule 3 of the port-out PIN
 * @param earliest the first day on which the numbers can move, or null where no date is asked for
 * @param forgetful whether something is stored with it that a port out has no use for
 * @param done what has become of the numbers that the step before sent
 */
public record DraftPage(Organization organization, PortOrder order, DraftStep step, OrderForm form, UUID id,
        boolean portOut,
        EarliestDate earliest, boolean forgetful, Map<NumbersFlash, Integer> done) {

    public List<DraftStep> getSteps() {
        return DraftStep.of(order);
    }

    /** @return where the form is sent */
    public String getAction() {
        return order == null ? NewOrderResource.PATH : step.address(order);
    }

    /** @return the option that can't be chosen, or null */
    public Choice getForbidden() {
        return step == DraftStep.DIRECTION && !portOut ? Choice.OUT : null;
    }

    public Integer getAdded() {
        return done.get(NumbersFlash.ADDED);
    }

    public Integer getKnownCount() {
        return done.get(NumbersFlash.KNOWN);
    }

    /** @return how many entries could not be taken; null where none */
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

    /** @return whether the label of the other carrier is that of the gaining one */
    public boolean isOut() {
        return order != null && !order.isIn();
    }
}
