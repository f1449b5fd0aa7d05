package org.portcullis.limit;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Costly work was asked for that is not begun now. Pages and the API answer it with 429 and {@code Retry-After}. */
public class LimitReachedException extends WebApplicationException {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Reason reason;
    private final Duration retryAfter;

    /** Why it is not begun. */
    public enum Reason {
        /** Too much of it waits already, most of it for others or for this caller. */
        TOO_MANY,
        /** It waited, and its turn did not come in time. */
        TOO_LATE,
        /** This caller asked for too much of it within a minute. */
        TOO_OFTEN
    }

    /** @param retryAfter when the caller may ask again; in whole seconds, at least one */
    LimitReachedException(CostlyWork work, Reason reason, Duration retryAfter) {
        super(work + " is limited: " + reason,
                Response.status(TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds()).build());
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** @return when the caller may ask again */
    public Duration retryAfter() {
        return retryAfter;
    }
}
