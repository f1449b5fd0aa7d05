package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Deadlines of carriers that take silence for an approval and were not answered yet, for pages that only know a
 * request's id.
 */
@Named("silences")
@ApplicationScoped
public class AutoApprovalDeadlines {

    private final Clock clock;

    AutoApprovalDeadlines(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param requestId or null
     * @return when the request is approved automatically; null if silence is no approval, or the carrier was answered
     */
    public Instant of(UUID requestId) {
        return requestId == null ? null
                : PortOutRequest.byId(requestId).map(request -> request.silenceEndsAt).orElse(null);
    }

    /** @return whether the carrier waits again because it found the reason of a refusal invalid */
    public boolean isAnew(UUID requestId) {
        return requestId != null
                && PortOutRequest.byId(requestId).filter(request -> request.reopenedAt != null).isPresent();
    }

    public Left left(Instant until) {
        return new Left(Duration.between(clock.instant(), until));
    }

    /** The remaining time. */
    public record Left(Duration time) {

        public boolean isOver() {
            return time.isNegative() || time.isZero();
        }

        public String getHours() {
            return String.valueOf(time.toHours());
        }

        public String getMinutes() {
            return String.valueOf(time.toMinutesPart());
        }

        public long getSeconds() {
            return time.toSeconds();
        }
    }
}
