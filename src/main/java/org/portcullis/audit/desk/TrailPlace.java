package org.portcullis.audit.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.portcullis.audit.AuditEntry;

/** A place in the list: pages begin after it, so that the last one costs what the first does, and new entries shift nothing. */
record TrailPlace(Instant at, UUID id) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})_([0-9a-f-]{36})");

    static TrailPlace of(AuditEntry entry) {
        return new TrailPlace(entry.at, entry.id);
    }

    /** @return the place with this text; nothing for one that {@link #text()} never made */
    static Optional<TrailPlace> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrailPlace(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                    UUID.fromString(parts.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
}
