package org.portcullis.pin;

/** Why a port-out PIN is easy to guess. */
public enum Weakness {
    /** One digit repeated, such as 777777. */
    ONE_DIGIT,
    /** A sequence, such as 123456, 987654 or 890123. */
    RUN,
    /** Contains the organization's own ZIP code. */
    ZIP,
    /** Is part of one of the organization's account numbers, or contains it. */
    ACCOUNT_NUMBER,
    /** Is part of one of the organization's telephone numbers. */
    TELEPHONE_NUMBER
}
