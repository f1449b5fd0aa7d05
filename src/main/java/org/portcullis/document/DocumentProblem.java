package org.portcullis.document;

/** Why a file can't be taken as a document of an order. */
public enum DocumentProblem {
    /** No file was chosen. */
    MISSING,
    EMPTY,
    TOO_LARGE,
    NOT_PDF,
    DAMAGED,
    ENCRYPTED,
    ACTIVE_CONTENT
}
