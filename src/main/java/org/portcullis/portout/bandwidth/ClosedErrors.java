package org.portcullis.portout.bandwidth;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.Logger;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.portout.carrier.PortOutChannel;
import org.portcullis.web.http.ApiPaths;
import org.portcullis.web.http.RareLog;

/** Errors before a request reaches {@link ValidationRoute}; they are answered with a refusal like any other. */
@Singleton
class ClosedErrors implements ApiPaths.Errors {

    private static final RareLog RARELY = new RareLog(Logger.getLogger(ClosedErrors.class));
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final ClosedFailures failures;

    ClosedErrors(ClosedFailures failures) {
        this.failures = failures;
    }

    @Override
    public boolean isFor(String path) {
        return ValidationRoute.isBelow(path);
    }

    @Override
    public boolean boundsBody() {
        return true;
    }

    @Override
    public ApiPaths.Answer answer(ApiPaths.Failure failure) {
        if (failure.status() >= SERVER_ERROR) {
            count(failure.status());
        }
        var xml = Validation.unread();
        return new ApiPaths.Answer(OK, Map.of("Content-Type", ValidationRoute.MEDIA_TYPE),
                new String(xml, StandardCharsets.UTF_8));
    }

    /** While the portal stops, the counters may be gone already; the refusal must be sent all the same. */
    private void count(int status) {
        try {
            failures.count(PortOutChannel.BANDWIDTH, "an unknown carrier",
                    new IllegalStateException("HTTP status " + status));
        } catch (RuntimeException e) {
            RARELY.log(Level.WARN, "uncounted", null,
                    "Refused a port-out request undecided, HTTP status " + status + "; it could not be counted");
        }
    }
}
