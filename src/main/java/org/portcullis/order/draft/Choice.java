package org.portcullis.order.draft;

/** The options of fields with a choice: direction, extent and kind of an order. */
public enum Choice {
    IN, OUT, FULL, PARTIAL, SIMPLE, COMPLEX
}
