package org.portcullis.web.http;

/** Why a body was not read to its end. */
public final class UnreadBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    /** The reasons, each with its HTTP status. */
    public enum Reason {
        TOO_LARGE(413),
        TOO_SLOW(408),
        /** No memory permit became available in time. */
        BUSY(503),
        /** The client closed the connection, so that no answer is possible. */
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
