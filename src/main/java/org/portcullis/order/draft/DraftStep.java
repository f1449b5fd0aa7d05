package org.portcullis.order.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.order.PortOrder;

/** The steps in which an order is made, each on its own page. */
public enum DraftStep {
    DIRECTION, NUMBERS, CARRIER, DATES, DOCUMENTS, REVIEW;

    static Optional<DraftStep> byPath(String path) {
        return Arrays.stream(values()).filter(step -> step.getPath().equals(path)).findFirst();
    }

    /** @return the last path segment of its address */
    public String getPath() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the address of the step's page */
    public String address(PortOrder order) {
        return "/port-orders/" + order.pon + "/draft/" + getPath();
    }

    /** @return the steps for such an order: a port out needs no letter of authorization from this provider */
    static List<DraftStep> of(PortOrder order) {
        return Arrays.stream(values()).filter(step -> step != DOCUMENTS || order == null || order.isIn()).toList();
    }

    DraftStep next(PortOrder order) {
        var steps = of(order);
        return steps.get(Math.min(steps.indexOf(this) + 1, steps.size() - 1));
    }

    DraftStep previous(PortOrder order) {
        var steps = of(order);
        return steps.get(Math.max(steps.indexOf(this) - 1, 0));
    }

    /** @return the fields of its form; empty if the page has another kind of form */
    List<FormField> fields(PortOrder order) {
        return switch (this) {
            case DIRECTION -> List.of(FormField.NAME, FormField.DIRECTION);
            case CARRIER -> order.isIn()
                    ? List.of(FormField.OTHER_CARRIER, FormField.ACCOUNT_NUMBER, FormField.ACCOUNT_NAME,
                            FormField.AUTHORIZED_PERSON,
                            FormField.STREET, FormField.CITY, FormField.REGION, FormField.ZIP, FormField.BTN,
                            FormField.EXTENT,
                            FormField.REPLACEMENT_BTN, FormField.TRANSFER_PIN)
                    : List.of(FormField.OTHER_CARRIER);
            case DATES -> List.of(FormField.KIND, FormField.REQUESTED_DATE, FormField.NOTICE_ADDRESSES);
            case NUMBERS, DOCUMENTS, REVIEW -> List.of();
        };
    }
}
