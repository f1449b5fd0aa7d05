package org.portcullis.web.http;

/** Which fields of forms may be shown again, after the form could not be worked on. */
public interface RetainableFields {

    /** @return whether the field is a known one and holds no secret */
    boolean isShown(String name);
}
