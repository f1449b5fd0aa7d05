package org.portcullis.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.organization.Address;

/**
 * A field of an order that can be corrected or changed after submission; its values are text, so that old and new can
 * be shown side by side.
 */
public enum OrderField {
    ACCOUNT_NUMBER(Kind.TEXT, order -> order.account().number),
    AUTHORIZED_PERSON(Kind.TEXT, order -> order.account().authorizedPerson),
    ACCOUNT_NAME(Kind.TEXT, order -> order.account().name),
    SERVICE_ADDRESS(Kind.TEXT, order -> text(order.account().address)),
    /** The value is secret: only the fact that it changed is stored and shown. */
    TRANSFER_PIN(Kind.SECRET, PortOrder::transferPinText),
    DOCUMENTS(Kind.DOCUMENTS, order -> SentDocument.text(order.documents)),
    NUMBERS(Kind.NUMBERS, PortOrder::numbersText),
    BTN(Kind.NUMBER, order -> order.account().btn),
    REPLACEMENT_BTN(Kind.NUMBER, order -> order.account().replacementBtn),
    EXTENT(Kind.EXTENT, order -> order.extent.name()),
    PORT_TYPE(Kind.PORT_TYPE, order -> order.simple ? "SIMPLE" : "COMPLEX"),
    REQUESTED_DATE(Kind.DATE, order -> text(order.requestedDate)),
    FOC_DATE(Kind.MOMENT, order -> text(order.getFocAt())),
    /** For a cancelled order: whether the desk has noted that the other carrier was informed. */
    WITHDRAWAL(Kind.NOTED, order -> order.isToBeWithdrawn() ? null : "NOTED");

    private final Kind kind;
    private final Function<PortOrder, String> value;

    /** How the text of a field is shown. */
    public enum Kind {
        TEXT, NUMBER, NUMBERS, EXTENT, PORT_TYPE, DATE, MOMENT, DOCUMENTS, SECRET, NOTED
    }

    OrderField(Kind kind, Function<PortOrder, String> value) {
        this.kind = kind;
        this.value = value;
    }

    public Kind getKind() {
        return kind;
    }

    /** @return the order's value of this field, or null */
    String valueIn(PortOrder order) {
        return value.apply(order);
    }

    private static String text(Address address) {
        return address == null ? null : address.street + "\n" + address.getPlace();
    }

    private static String text(LocalDate date) {
        return Optional.ofNullable(date).map(LocalDate::toString).orElse(null);
    }

    private static String text(Instant moment) {
        return Optional.ofNullable(moment).map(Instant::toString).orElse(null);
    }
}
