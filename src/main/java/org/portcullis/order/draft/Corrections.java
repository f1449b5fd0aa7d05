package org.portcullis.order.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portcullis.order.OrderField;
import org.portcullis.order.PortOrder;

/** The form fields that a rejection opens, and the conditions for submitting the order again. */
final class Corrections {

    private Corrections() {
    }

    /** @return the fields to correct; numbers and documents have separate pages */
    static List<FormField> fields(PortOrder order) {
        return order.getFieldsToCorrect().stream().flatMap(Corrections::fields).toList();
    }

    private static Stream<FormField> fields(OrderField field) {
        return switch (field) {
            case ACCOUNT_NUMBER -> Stream.of(FormField.ACCOUNT_NUMBER);
            case AUTHORIZED_PERSON -> Stream.of(FormField.AUTHORIZED_PERSON);
            case ACCOUNT_NAME -> Stream.of(FormField.ACCOUNT_NAME);
            case SERVICE_ADDRESS -> Stream.of(FormField.STREET, FormField.CITY, FormField.REGION, FormField.ZIP);
            case TRANSFER_PIN -> Stream.of(FormField.TRANSFER_PIN);
            case BTN -> Stream.of(FormField.BTN);
            case REPLACEMENT_BTN -> Stream.of(FormField.REPLACEMENT_BTN);
            case EXTENT -> Stream.of(FormField.EXTENT);
            case PORT_TYPE -> Stream.of(FormField.KIND);
            case REQUESTED_DATE -> Stream.of(FormField.REQUESTED_DATE);
            case NUMBERS, DOCUMENTS, FOC_DATE, WITHDRAWAL -> Stream.empty();
        };
    }

    /**
     * Opens fields that the correction itself has made wrong, though no reason names them: other numbers or another BTN
     * may require a replacement BTN, several numbers are not a simple port, and another type of port may require a
     * later date.
     */
    static void openWhatFollows(PortOrder order, FieldPolicy policy) {
        if (order.isIn() && isOneOpen(order, OrderField.BTN, OrderField.NUMBERS)
                && isWrong(FormField.REPLACEMENT_BTN, order, policy)) {
            order.openToo(OrderField.REPLACEMENT_BTN);
        }
        if (isOneOpen(order, OrderField.NUMBERS) && isWrong(FormField.KIND, order, policy)) {
            order.openToo(OrderField.PORT_TYPE);
        }
        if (isOneOpen(order, OrderField.PORT_TYPE) && !order.simple
                && isWrong(FormField.REQUESTED_DATE, order, policy)) {
            order.openToo(OrderField.REQUESTED_DATE);
        }
    }

    private static boolean isOneOpen(PortOrder order, OrderField... fields) {
        return Stream.of(fields).anyMatch(order::isOpen);
    }

    private static boolean isWrong(FormField field, PortOrder order, FieldPolicy policy) {
        return policy.checked(OrderForm.of(List.of(field), order, Map.of()), order).problem(field) != null;
    }

    /**
     * Ignores problems of fields that can't be corrected now, such as a date that has passed since the order was
     * submitted.
     */
    static Readiness lacks(PortOrder order, FieldPolicy policy, Letters letters) {
        var open = fields(order);
        return new Readiness(Readiness.of(order, policy, letters).gaps().stream()
                .filter(gap -> gap.field() != null ? open.contains(gap.field())
                        : gap.step() != DraftStep.NUMBERS || order.isOpen(OrderField.NUMBERS))
                .toList());
    }
}
