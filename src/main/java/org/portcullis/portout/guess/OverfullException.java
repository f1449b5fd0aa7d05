package org.portcullis.portout.guess;

/** More waits than could be answered in time. */
public class OverfullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OverfullException() {
        this("Too many PINs wait to be compared");
    }

    /** @param message holds nothing that was sent */
    public OverfullException(String message) {
        super(message);
    }
}
