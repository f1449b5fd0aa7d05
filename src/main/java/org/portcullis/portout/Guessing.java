package org.portcullis.portout;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody may be guessing a PIN: so many were wrong that further ones are slowed down, or not looked at any more.
 *
 * @param subject that is counted for, as the portal knows it
 * @param organizationId whose PIN it is; absent where the count is a carrier's
 * @param name of the organization or the carrier
 * @param failures how many were wrong in a row
 * @param blockedUntil until when none is looked at, or was not
 * @param lockedAt since when none is looked at until somebody lifts that, or null
 * @param now when this was asked
 */
public record Guessing(String subject, UUID organizationId, String name, int failures, Instant blockedUntil, Instant lockedAt, Instant now) {

    public boolean isLocked() {
        return lockedAt != null;
    }

    /** @return whether none is looked at now, but will be by itself */
    public boolean isWaiting() {
        return !isLocked() && blockedUntil.isAfter(now);
    }
}
