package org.portcullis.settings;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The clock that everything asks, so that a test can set it. */
@ApplicationScoped
class SystemClock {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    /** In microseconds, which is what both databases keep: a time read back equals the time written. */
    @Produces
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
