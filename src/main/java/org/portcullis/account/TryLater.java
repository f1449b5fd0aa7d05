package org.portcullis.account;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The response to an attempt made too early. */
final class TryLater {

    private TryLater() {
    }

    /** @param page the form again, with the time to wait */
    static Response after(Duration wait, TemplateInstance page) {
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .entity(page)
                .build();
    }
}
