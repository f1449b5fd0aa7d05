package org.portcullis.lock;

/** What was done to an organization's locks. */
public enum LockChange {
    SET_WHOLE, SET_NUMBERS, REMOVED_WHOLE, REMOVED_NUMBERS;

    public boolean isRemoval() {
        return this == REMOVED_WHOLE || this == REMOVED_NUMBERS;
    }
}
