package org.portcullis.portout.guess;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody may be guessing a PIN: so many tries were wrong that further ones are slowed down, or not looked at any more.
 *
 * @param subject that is counted for, as the portal knows it
 * @param organizationId whose PIN it is; absent where the count is a carrier's, whoever it asks for
 * @param name of the organization; of the carrier where it is the carrier's
 * @param carrier that tried, where only its tries for the organization's numbers are counted; or null
 * @param failures how many were wrong: in a row, or within a day where the count is a carrier's
 * @param organizations at how many organizations' numbers they were tried
 * @param blockedUntil until when none is looked at, or was not
 * @param lockedAt since when none is looked at until the desk lifts that, or null
 * @param now when this was asked
 */
public record Guessing(String subject, UUID organizationId, String name, String carrier, long failures,
        long organizations, Instant blockedUntil,
        Instant lockedAt, Instant now) {

    /** @return whether it is about all that a carrier asks for */
    public boolean isOfCarrier() {
        return organizationId == null;
    }

    public boolean isLocked() {
        return lockedAt != null;
    }

    /** @return whether none is looked at now, but will be by itself */
    public boolean isWaiting() {
        return !isLocked() && blockedUntil.isAfter(now);
    }
}
