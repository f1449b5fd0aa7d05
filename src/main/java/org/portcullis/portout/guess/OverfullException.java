package org.portcullis.portout.guess;

/** More comparisons are queued than could be finished in time. */
public class OverfullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OverfullException() {
        this("Too many PINs wait to be compared");
    }

    /** @param message must not contain anything from the request */
    public OverfullException(String message) {
        super(message);
    }
}
