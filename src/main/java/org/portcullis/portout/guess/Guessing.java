package org.portcullis.portout.guess;

import java.time.Instant;
import java.util.UUID;

/**
 * A PIN may be being guessed: after too many wrong PIN attempts, further ones are delayed or blocked.
 *
 * @param subject the key of the count
 * @param organizationId the organization that has the PIN; absent for a carrier's count over all organizations
 * @param name of the organization, or of the carrier for a carrier's count
 * @param carrier if only its PIN attempts for the organization's numbers are counted; or null
 * @param failures how many were wrong: in a row, or within a day for a carrier's count
 * @param organizations at how many organizations some were wrong
 * @param blockedUntil the end of the current or last delay
 * @param lockedAt since when PIN attempts are blocked until the desk lifts the limit, or null
 * @param now when this was read
 */
public record Guessing(String subject, UUID organizationId, String name, String carrier, long failures,
        long organizations, Instant blockedUntil,
        Instant lockedAt, Instant now) {

    /** @return whether it is a carrier's count over all organizations */
    public boolean isOfCarrier() {
        return organizationId == null;
    }

    public boolean isLocked() {
        return lockedAt != null;
    }

    /** @return whether PIN attempts are blocked now, for a limited time */
    public boolean isWaiting() {
        return !isLocked() && blockedUntil.isAfter(now);
    }
}
