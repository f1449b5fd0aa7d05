package org.portcullis.lock;

/** What the page of the locks says was just done, each with a count of numbers. */
public enum LockFlash {
    /** The whole organization. */
    LOCKED_ALL,
    LOCKED,
    /** Were locked before. */
    KNOWN,
    /** The whole organization. */
    UNLOCKED_ALL,
    UNLOCKED
}
