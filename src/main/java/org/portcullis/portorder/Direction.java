package org.portcullis.portorder;

/** Whether numbers come to us or leave us. */
public enum Direction {
    IN, OUT
}
