package org.portcullis.portout;

/** Why a carrier's request can't be read. The request is refused, and the porting desk sees the reason. */
public enum RequestFault {
    /** The request exceeds the maximum length. */
    TOO_LONG,
    UNKNOWN_CHARACTER_SET,
    NOT_WELL_FORMED,
    NOT_XML_1_0,
    DOCUMENT_TYPE,
    WRONG_ROOT,
    NESTED_TOO_DEEPLY,
    TEXT_BETWEEN_ELEMENTS,
    ELEMENT_REPEATED,
    /** There is an element where only text, or only telephone numbers, may stand. */
    ELEMENT_MISPLACED,
    VALUE_TOO_LONG,
    NO_NUMBERS,
    NOT_TEN_DIGITS,
    /** It was sent with a valid credential, but to an address or by a method that the protocol does not have. */
    WRONG_ADDRESS
}
