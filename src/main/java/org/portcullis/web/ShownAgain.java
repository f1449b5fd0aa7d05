package org.portcullis.web;

/** Which fields of forms may be shown again, after the form could not be worked on. */
public interface ShownAgain {

    /** @return whether the field is a known one and holds no secret */
    boolean isShown(String name);
}
