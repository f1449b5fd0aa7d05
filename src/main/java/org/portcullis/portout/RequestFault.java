package org.portcullis.portout;

/** What keeps a carrier's request from being read. It is refused, and the porting desk reads why. */
public enum RequestFault {
    /** Longer than a request may be. */
    TOO_LONG,
    UNKNOWN_CHARACTER_SET,
    NOT_WELL_FORMED,
    NOT_XML_1_0,
    DOCUMENT_TYPE,
    WRONG_ROOT,
    NESTED_TOO_DEEPLY,
    TEXT_BETWEEN_ELEMENTS,
    ELEMENT_REPEATED,
    /** Where only text may stand, or only telephone numbers. */
    ELEMENT_MISPLACED,
    VALUE_TOO_LONG,
    NO_NUMBERS,
    NOT_TEN_DIGITS,
    /** Sent with a right credential to an address, or by a method, that the protocol does not have. */
    WRONG_ADDRESS
}
