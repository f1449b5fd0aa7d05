package org.portcullis.numbers;

/** The source of a list, for lists that are merged from several sources. */
public enum NumberSource {
    TEXT, FILE
}
