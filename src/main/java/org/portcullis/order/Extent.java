package org.portcullis.order;

/** Whether all numbers of the losing carrier's account are ported, or only some. */
public enum Extent {
    FULL, PARTIAL
}
