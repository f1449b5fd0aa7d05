package org.portcullis.order.desk;

/** What was just done in the queue. */
public enum DeskFlash {
    ASSIGNED, RELEASED, NONE_LEFT
}
