package org.portcullis.account;

import java.time.Instant;

/**
 * When a session ends.
 *
 * @param idle if its person does nothing from now on
 * @param absolute whatever they do
 */
record SessionEnd(Instant idle, Instant absolute) {

    Instant first() {
        return idle.isBefore(absolute) ? idle : absolute;
    }

    boolean isAfter(Instant now) {
        return first().isAfter(now);
    }
}
