package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets PINs through to be compared, per organization and per carrier, for all processes together: never more at a time
 * than may be wrong without any delay. Called in transactions, which hold both rows to their end, in the same order
 * everywhere.
 */
@ApplicationScoped
class GuessGate {

    private final GuessPolicy policy;

    GuessGate(GuessPolicy policy) {
        this.policy = policy;
    }

    /** Whether a PIN may be compared. */
    enum Leave {
        GRANTED,
        /** Others are being compared: ask again in a moment. */
        LATER,
        SLOWED,
        LOCKED
    }

    /**
     * Asks for leave to compare a PIN. Who gets it must call {@link #settle}.
     *
     * @param isRepeated whether the same question was asked before: then it counts no more than it did
     */
    Leave enter(UUID organizationId, int pinRevision, Asker asker, boolean isRepeated, Instant now) {
        var organization = GuessCount.locked(GuessCount.subjectOf(organizationId));
        organization.meant(pinRevision);
        organization.countLost(now, policy, policy.allowedForOrganization());
        var carrier = GuessCount.locked(asker.subject());
        carrier.countLost(now, policy, policy.allowedForCarrier());
        if (organization.isBlocked(now) || carrier.isBlocked(now)) {
            if (!isRepeated) {
                organization.countEarly(now, GuessPolicy.MOST_TRIES);
            }
            return organization.isLocked() || carrier.isLocked() ? Leave.LOCKED : Leave.SLOWED;
        }
        if (!organization.hasRoom(policy.allowedForOrganization()) || !carrier.hasRoom(policy.allowedForCarrier())) {
            return Leave.LATER;
        }
        organization.begin(now);
        carrier.begin(now);
        return Leave.GRANTED;
    }

    /** Where guessing an organization's PIN stood before a comparison, and stands after it. */
    record Settled(GuessCount.Standing before, GuessCount.Standing after) {

        /** @return whether guessing is slowed or stopped since this comparison */
        boolean isWorse() {
            return after.compareTo(before) > 0;
        }
    }

    /** Says how the comparison went that leave was granted for. */
    Settled settle(UUID organizationId, Asker asker, boolean isRight, Instant now) {
        var organization = GuessCount.locked(GuessCount.subjectOf(organizationId));
        var carrier = GuessCount.locked(asker.subject());
        var before = organization.standing();
        if (isRight) {
            organization.pass();
            carrier.pass();
        } else {
            organization.fail(now, policy, policy.allowedForOrganization());
            carrier.fail(now, policy, policy.allowedForCarrier());
        }
        return new Settled(before, organization.standing());
    }
}
