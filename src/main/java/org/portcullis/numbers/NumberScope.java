package org.portcullis.numbers;

/** Which telephone numbers a list may hold. */
public enum NumberScope {
    /** Those that a port order of the organization can move: of its country, and of a kind that is ported. */
    PORTABLE,
    /** Those of every country and kind, such as a provider serves. */
    ANY
}
