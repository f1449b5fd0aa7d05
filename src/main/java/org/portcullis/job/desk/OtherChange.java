package org.portcullis.job.desk;

import java.time.Instant;

/**
 * Who changed an order meanwhile, and when, as the report on a step for many orders keeps it.
 *
 * @param name null where the portal did by itself
 */
public record OtherChange(String name, Instant at) {

    public String text() {
        return name == null ? at.toString() : at + " " + name;
    }

    static OtherChange of(String text) {
        var parts = text.split(" ", 2);
        return new OtherChange(parts.length == 1 ? null : parts[1], Instant.parse(parts[0]));
    }
}
