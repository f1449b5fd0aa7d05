package org.portcullis.web.http;

/** The errors that a visitor can see, each with its own text. */
public enum ErrorKind {
    BAD_REQUEST(400),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TIMEOUT(408),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    TOO_MANY_REQUESTS(429),
    FAILURE(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** @return whether the same request may succeed a moment later */
    boolean isPassing() {
        return this == UNAVAILABLE || this == TOO_MANY_REQUESTS;
    }

    /**
     * @return the kind with this status; any other status from 400 is a bad request, and any other from 500 a failure
     */
    public static ErrorKind of(int status) {
        for (ErrorKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status < 500 ? BAD_REQUEST : FAILURE;
    }
}
