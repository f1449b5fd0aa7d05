package org.portcullis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN once a scheduled task has not come to its end for long: only a restart brings it back. */
@Liveness
@ApplicationScoped
class TasksCheck implements HealthCheck {

    /** Longer than any task takes, but for a wait of Telnyx, the mail server and the database, one after the other. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Heartbeats heartbeats;

    TasksCheck(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    @Override
    public HealthCheckResponse call() {
        var overdue = heartbeats.overdueFor(LONGEST);
        var response = HealthCheckResponse.named("Scheduled tasks").status(overdue.isEmpty());
        return overdue.isEmpty() ? response.build() : response.withData("overdue", String.join(", ", overdue)).build();
    }
}
