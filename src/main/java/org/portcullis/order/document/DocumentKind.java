package org.portcullis.order.document;

/** The kind of a document. An order has at most one of each. */
public enum DocumentKind {
    /** Letter of authorization. */
    LOA,
    /** A recent bill of the losing carrier. */
    BILL
}
