package org.portcullis.numbers;

/** Which telephone numbers a list accepts. */
public enum NumberScope {
    /** Numbers that a port order of the organization can include: of its country, and of a portable kind. */
    PORTABLE,
    /** Numbers of every country and kind, as a provider may serve them. */
    ANY
}
