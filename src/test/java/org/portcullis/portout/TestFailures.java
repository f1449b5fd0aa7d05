package org.portcullis.portout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.portcullis.portout.carrier.PortOutChannel;

/** Failures that nobody has to know of. */
public final class TestFailures {

    private TestFailures() {
    }

    public static ClosedFailures uncounted() {
        return new ClosedFailures(null, new SimpleMeterRegistry()) {

            @Override
            public void count(PortOutChannel channel, String carrier, Throwable cause) {
                // A log with an error for each try of a property test would hide the others.
            }
        };
    }
}
