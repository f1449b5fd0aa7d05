package org.portcullis.portout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.portcullis.portout.carrier.PortOutChannel;

/** Failures that the log leaves out. */
public final class TestFailures {

    private TestFailures() {
    }

    public static ClosedFailures uncounted() {
        return new ClosedFailures(null, new SimpleMeterRegistry()) {

            @Override
            public void count(PortOutChannel channel, String carrier, Throwable cause) {
                // An error for each run of a property test would hide the others in the log.
            }
        };
    }
}
