package org.portcullis.lock;

/** Confirmations that the page of the locks shows, each with a count of numbers. */
public enum LockFlash {
    /** The whole organization was locked. */
    LOCKED_ALL,
    LOCKED,
    /** The numbers were locked before. */
    KNOWN,
    /** The lock on the whole organization was removed. */
    UNLOCKED_ALL,
    UNLOCKED
}
