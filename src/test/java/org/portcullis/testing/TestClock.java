package org.portcullis.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The portal's clock in tests in its process: the real time plus what the test adds. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

    private Duration passed = Duration.ZERO;

    public void pass(Duration time) {
        passed = passed.plus(time);
    }

    public void reset() {
        passed = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(passed).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
