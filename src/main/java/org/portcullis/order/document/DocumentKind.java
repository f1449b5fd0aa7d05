package org.portcullis.order.document;

/** What a document of an order is. An order has at most one of each. */
public enum DocumentKind {
    /** Letter of authorization. */
    LOA,
    /** A recent bill of the losing carrier. */
    BILL
}
