package org.portcullis.portout.carrier;

import java.time.Duration;
import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** How long the old secret stays valid beside the new one. */
public enum Overlap {
    NOW(Duration.ZERO), HOUR(Duration.ofHours(1)), DAY(Duration.ofHours(24)), WEEK(Duration.ofDays(7));

    static final Overlap USUAL = DAY;

    private final Duration duration;

    Overlap(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    static Optional<Overlap> byName(String name) {
        return Parameters.constant(Overlap.class, name);
    }
}
