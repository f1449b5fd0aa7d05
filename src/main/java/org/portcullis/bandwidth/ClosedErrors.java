package org.portcullis.bandwidth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.portcullis.portout.Channel;
import org.portcullis.portout.ClosedFailures;
import org.portcullis.web.Machines;

/** What fails before a request reaches {@link ValidationRoute}: for the platform it is a no like every other one. */
@ApplicationScoped
class ClosedErrors implements Machines.Errors {

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
    public Machines.Answer answer(Machines.Failure failure) {
        if (failure.status() >= SERVER_ERROR) {
            failures.count(Channel.BANDWIDTH, "an unknown carrier", new IllegalStateException("HTTP status " + failure.status()));
        }
        var xml = Validation.unread();
        return new Machines.Answer(OK, Map.of("Content-Type", ValidationRoute.MEDIA_TYPE), new String(xml, StandardCharsets.UTF_8));
    }
}
