package org.portcullis.portout.api;

/** What is wrong with a field of a request. */
enum Fault {
    MISSING, EMPTY, UNKNOWN, DOUBLED, NOT_TEXT, NOT_A_LIST, NOT_AN_OBJECT, TOO_LONG, NOT_E164, UNREADABLE
}
