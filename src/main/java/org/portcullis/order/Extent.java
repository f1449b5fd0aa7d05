package org.portcullis.order;

/** Whether all numbers of the losing carrier's account move, or some stay. */
public enum Extent {
    FULL, PARTIAL
}
