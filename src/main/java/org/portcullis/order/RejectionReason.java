package org.portcullis.order;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Why a losing carrier rejects an order, in one vocabulary for all carriers. Each reason names the fields to correct.
 */
public enum RejectionReason {
    ACCOUNT_NUMBER_MISMATCH(OrderField.ACCOUNT_NUMBER),
    AUTHORIZED_USER_MISMATCH(OrderField.AUTHORIZED_PERSON),
    ENTITY_NAME_MISMATCH(OrderField.ACCOUNT_NAME),
    ADDRESS_MISMATCH(OrderField.SERVICE_ADDRESS),
    PIN_MISSING(OrderField.TRANSFER_PIN),
    PIN_INVALID(OrderField.TRANSFER_PIN),
    LOA_MISSING(OrderField.DOCUMENTS),
    LOA_INVALID(OrderField.DOCUMENTS),
    /** The order is correct: the losing carrier has to lift the freeze. */
    NUMBER_FROZEN(),
    BTN_MISMATCH(OrderField.BTN),
    ORDER_PENDING_ELSEWHERE(OrderField.NUMBERS),
    NOT_PORTABLE(OrderField.NUMBERS),
    SPECIAL_FEATURE(OrderField.NUMBERS),
    PARTIAL_FULL_MISMATCH(OrderField.EXTENT, OrderField.REPLACEMENT_BTN),
    DUE_DATE_INVALID(OrderField.REQUESTED_DATE);

    private final Set<OrderField> fields;

    RejectionReason(OrderField... fields) {
        this.fields = Set.of(fields);
    }

    /** @return the reasons that apply to orders of this direction */
    public static List<RejectionReason> of(Direction direction) {
        return Arrays.stream(values()).filter(reason -> reason.isFor(direction)).toList();
    }

    /** For a port out, the customer signs with the gaining carrier, and tells it whether the account is closed. */
    boolean isFor(Direction direction) {
        return switch (this) {
            case LOA_MISSING, LOA_INVALID, PARTIAL_FULL_MISMATCH -> direction == Direction.IN;
            default -> true;
        };
    }

    /** @return the fields that this reason opens for correction */
    public Set<OrderField> fields() {
        return fields;
    }
}
