package org.portcullis.desk;

/** What was just done in the queue. */
public enum DeskFlash {
    ASSIGNED, RELEASED, NONE_LEFT
}
