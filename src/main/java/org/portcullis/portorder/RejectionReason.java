package org.portcullis.portorder;

/** Why a losing carrier rejects an order: one vocabulary for all carriers. Each tells which field to correct. */
public enum RejectionReason {
    ACCOUNT_NUMBER_MISMATCH,
    AUTHORIZED_USER_MISMATCH,
    ENTITY_NAME_MISMATCH,
    ADDRESS_MISMATCH,
    PIN_MISSING,
    PIN_INVALID,
    LOA_MISSING,
    LOA_INVALID,
    NUMBER_FROZEN,
    BTN_MISMATCH,
    ORDER_PENDING_ELSEWHERE,
    NOT_PORTABLE,
    SPECIAL_FEATURE,
    PARTIAL_FULL_MISMATCH,
    DUE_DATE_INVALID
}
