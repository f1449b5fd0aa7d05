package org.portcullis.web.http;

/** Why a body was not read to its end. */
public final class UnreadBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    /** The reasons, each with the HTTP status that says it. */
    public enum Reason {
        TOO_LARGE(413),
        TOO_SLOW(408),
        /** There is no room for it now. */
        BUSY(503),
        /** The sender has gone: there is nobody to answer. */
        BROKEN_OFF(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    UnreadBodyException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
