package org.portcullis.account.keptform;

import java.util.Optional;

/** The form fields that a person types into and that may be kept; secrets are not among them. */
enum TypedField {
    ACCOUNT_NAME("accountName"), ACCOUNT_NUMBER("accountNumber"), ACCOUNT_NUMBERS("accountNumbers"),
    AUTHORIZED_PERSON("authorizedPerson"),
    BTN("btn"), CARRIER("carrier"), CERTIFICATE("certificate"), CITY("city"), DATE("date"), DESK_NOTE("deskNote"),
    EMAIL("email"), NAME("name"), NOTE("note"),
    NOTICE_ADDRESSES("noticeAddresses"), NUMBERS("numbers"), OTHER_CARRIER("otherCarrier"), PON("pon"),
    RANGES("ranges"), REGION("region"),
    REPLACEMENT_BTN("replacementBtn"), REQUESTED_DATE("requestedDate"), STREET("street"), SUBSCRIBER("subscriber"),
    TEXT("text"),
    TIME("time"), WORDS("words"), ZIP("zip");

    private final String key;

    TypedField(String key) {
        this.key = key;
    }

    /** @param name as used in a form; some forms use {@code account-number} for {@code accountNumber} */
    static Optional<TypedField> of(String name) {
        for (TypedField field : values()) {
            if (field.key.equalsIgnoreCase(name.replace("-", ""))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
