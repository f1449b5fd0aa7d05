package org.portcullis.portout.api;

import java.util.Locale;

/** The errors of the API with their types (RFC 9457 §3.1.1). None of them lets a number leave. */
enum Problem {
    MALFORMED(400),
    INVALID(400),
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    KEPT_OUT(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    STILL_DECIDING(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    FAILURE(500),
    UNDECIDED(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** @return a stable name for programs */
    String type() {
        return "urn:portcullis:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @return the problem for an error outside of the resources; other client errors map to a bad request, other server
     * errors to a failure
     */
    static Problem of(int status) {
        for (Problem problem : values()) {
            if (problem.status == status && problem != MALFORMED && problem != INVALID) {
                return problem;
            }
        }
        return status < 500 ? BAD_REQUEST : FAILURE;
    }
}
