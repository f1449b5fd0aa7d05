package org.portcullis.portout;

/** More PINs wait to be compared than could be in time. */
class OverfullException extends RuntimeException {

    OverfullException() {
        super("Too many PINs wait to be compared");
    }
}
