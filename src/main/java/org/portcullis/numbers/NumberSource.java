package org.portcullis.numbers;

/** Where a list came from, for lists that came from several places at once. */
public enum NumberSource {
    TEXT, FILE
}
