package org.portcullis.orderdesk;

/** Why a step of the desk is not taken. */
public enum StepProblem {
    PON_MISSING, PON_INVALID, DATE_MISSING, DATE_INVALID, DATE_PAST, DATE_TOO_LATE, TIME_INVALID, REASON_MISSING, NOTE_TOO_LONG,
    NOTE_MISSING, NO_NUMBER, NOT_NUMBERS, NUMBERS_UNKNOWN, NUMBERS_MOVED
}
