package org.portcullis.account;

import java.time.Instant;

/**
 * When a session ends.
 *
 * @param idle without further activity
 * @param absolute regardless of activity
 */
record SessionEnd(Instant idle, Instant absolute) {

    Instant first() {
        return idle.isBefore(absolute) ? idle : absolute;
    }

    boolean isAfter(Instant now) {
        return first().isAfter(now);
    }
}
