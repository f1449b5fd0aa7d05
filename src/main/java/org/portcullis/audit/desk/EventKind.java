package org.portcullis.audit.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.audit.AuditEvent;

/** What events are about, for the filter. Each event is of one kind. */
enum EventKind {
    SIGN_IN(AuditEvent.FIRST_ACCOUNT_CREATED, AuditEvent.SIGNED_IN, AuditEvent.SIGN_IN_FAILED,
            AuditEvent.SIGN_IN_DELAYED,
            AuditEvent.SIGNED_OUT, AuditEvent.SIGNED_IN_AGAIN, AuditEvent.SIGN_IN_AGAIN_FAILED),
    ACCOUNT(AuditEvent.PASSWORD_CHANGED, AuditEvent.PASSWORD_CHANGE_FAILED, AuditEvent.PASSWORD_LINK_CREATED,
            AuditEvent.PASSWORD_LINK_USED, AuditEvent.ACCOUNT_CREATED, AuditEvent.ROLE_CHANGED,
            AuditEvent.ACCOUNT_RENAMED,
            AuditEvent.ACCOUNT_DEACTIVATED, AuditEvent.ACCOUNT_REACTIVATED),
    ORGANIZATION(AuditEvent.ORGANIZATION_CREATED, AuditEvent.ORGANIZATION_CHANGED, AuditEvent.NUMBERS_ADDED,
            AuditEvent.NUMBER_REMOVED,
            AuditEvent.NUMBER_TAKEN_OUT_OF_SERVICE, AuditEvent.NUMBER_PUT_BACK_INTO_SERVICE),
    PIN(AuditEvent.PIN_SET, AuditEvent.PIN_CHANGED, AuditEvent.PIN_COMPROMISED, AuditEvent.PIN_EXPIRED,
            AuditEvent.PIN_REMINDED,
            AuditEvent.PIN_USED),
    LOCK(AuditEvent.LOCK_SET, AuditEvent.LOCK_REMOVED),
    PORT_OUT(AuditEvent.PORT_OUT_ENTERED, AuditEvent.PORT_OUT_ALLOWED, AuditEvent.PORT_OUT_REFUSED,
            AuditEvent.PORT_OUT_AWAITING_APPROVAL,
            AuditEvent.PORT_OUT_APPROVED_BY_ADMIN, AuditEvent.PORT_OUT_REFUSED_BY_ADMIN,
            AuditEvent.PORT_OUT_WORD_EXPIRED,
            AuditEvent.PORT_OUT_FAILED_CLOSED, AuditEvent.PORT_OUT_CARRIER_TOLD, AuditEvent.PORT_OUT_CARRIER_NEWS,
            AuditEvent.PORT_OUT_UNDECIDED, AuditEvent.PORT_OUT_SILENCE_WARNED, AuditEvent.PORT_OUT_SILENCE_ENDED),
    GUESSING(AuditEvent.GUESSING_SLOWED, AuditEvent.GUESSING_LOCKED, AuditEvent.GUESSING_LIFTED,
            AuditEvent.NOT_US_REPORTED),
    CREDENTIAL(AuditEvent.CREDENTIAL_CREATED, AuditEvent.CREDENTIAL_ROTATED, AuditEvent.CREDENTIAL_REVOKED,
            AuditEvent.CREDENTIAL_REFUSED, AuditEvent.CREDENTIAL_KEPT_OUT, AuditEvent.CARRIER_RESTRICTED,
            AuditEvent.CLIENT_CERTIFICATE_ADDED, AuditEvent.CLIENT_CERTIFICATE_REMOVED),
    ORDER(AuditEvent.ORDER_MOVED, AuditEvent.ORDER_CHANGED, AuditEvent.NUMBERS_MARKED, AuditEvent.DOCUMENT_STORED,
            AuditEvent.LETTER_SIGNED, AuditEvent.DOCUMENT_REMOVED,
            AuditEvent.TRANSFER_PIN_SHOWN, AuditEvent.NOTICE_ADDRESS_ASKED, AuditEvent.NOTICE_ADDRESS_CONFIRMED,
            AuditEvent.NOTICE_ADDRESS_DECLINED),
    REFUSAL(AuditEvent.ACCESS_REFUSED, AuditEvent.FORGERY_REFUSED),
    DOWNLOAD(AuditEvent.DOCUMENT_DOWNLOADED, AuditEvent.EXPORT_DOWNLOADED),
    TRAIL(AuditEvent.TRAIL_PRUNED, AuditEvent.TRAIL_BROKEN, AuditEvent.TRAIL_VERIFIED, AuditEvent.RESTORE_RECORDED);

    private final Set<AuditEvent> events;

    EventKind(AuditEvent first, AuditEvent... others) {
        this.events = EnumSet.of(first, others);
    }

    /** @return the kind with that {@link #getValue()} */
    static Optional<EventKind> byValue(String value) {
        return Arrays.stream(values()).filter(kind -> kind.getValue().equals(value)).findFirst();
    }

    public Set<AuditEvent> getEvents() {
        return events;
    }

    /** @return how addresses name it */
    public String getValue() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
