package org.portcullis.audit;

/** What is worth a row in the audit trail. */
public enum AuditEvent {
    FIRST_ACCOUNT_CREATED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGN_IN_DELAYED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_CHANGE_FAILED,
    PIN_SET,
    PIN_CHANGED
}
