package org.portcullis.order.draft;

/** What can be chosen where nothing is typed: direction, extent and kind of an order. */
public enum Choice {
    IN, OUT, FULL, PARTIAL, SIMPLE, COMPLEX
}
