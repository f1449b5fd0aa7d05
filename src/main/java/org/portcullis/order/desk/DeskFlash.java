package org.portcullis.order.desk;

/** The last action in the queue, as reported on the next page. */
public enum DeskFlash {
    ASSIGNED, RELEASED, NONE_LEFT
}
