package org.portcullis.web.http;

/** Knows which fields of a form that could not be processed may be shown again. */
public interface RetainableFields {

    /** @return whether the field is a known one and not secret */
    boolean isShown(String name);
}
