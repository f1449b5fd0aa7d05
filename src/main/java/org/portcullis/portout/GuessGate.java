package org.portcullis.portout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.portcullis.portout.GuessCount.Standing;

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
     * Where guessing stood before, and stands now.
     *
     * @param ofOrganization at the organization's PIN
     * @param ofCarrier by the carrier, at whoever's
     */
    record Standings(Change ofOrganization, Change ofCarrier) {
    }

    record Change(Standing before, Standing after) {

        /** @return whether guessing is slowed or stopped since then */
        boolean isWorse() {
            return after.compareTo(before) > 0;
        }
    }

    record Entry(Leave leave, Standings standings) {
    }

    /**
     * Asks for leave to compare a PIN. Who gets it must call {@link #settle}.
     *
     * @param isRepeated whether the same question was asked before: then it counts no more than it did
     */
    Entry enter(UUID organizationId, int pinRevision, Asker asker, boolean isRepeated, Instant now) {
        var organization = GuessCount.locked(GuessCount.subjectOf(organizationId));
        organization.meant(pinRevision);
        var carrier = GuessCount.locked(asker.subject());
        var before = standings(organization, carrier, now);
        organization.countLost(now, policy, policy.allowedForOrganization());
        carrier.countLost(now, policy, policy.allowedForCarrier());
        if (organization.isBlocked(now) || carrier.isBlocked(now)) {
            // An organization is not to be locked because of what a carrier tried elsewhere, nor a carrier because it goes on asking.
            if (!isRepeated && organization.isBlocked(now)) {
                organization.countEarly(now);
            }
            var leave = organization.isLocked() || carrier.isLocked() ? Leave.LOCKED : Leave.SLOWED;
            return new Entry(leave, changed(before, organization, carrier, now));
        }
        if (!organization.hasRoom(policy.allowedForOrganization()) || !carrier.hasRoom(policy.allowedForCarrier())) {
            return new Entry(Leave.LATER, null);
        }
        organization.begin(now);
        carrier.begin(now);
        return new Entry(Leave.GRANTED, changed(before, organization, carrier, now));
    }

    /** Says how the comparison went that leave was granted for. */
    Standings settle(UUID organizationId, Asker asker, boolean isRight, Instant now) {
        var organization = GuessCount.locked(GuessCount.subjectOf(organizationId));
        var carrier = GuessCount.locked(asker.subject());
        var before = standings(organization, carrier, now);
        if (isRight) {
            organization.pass();
            carrier.pass();
        } else {
            organization.fail(now, policy, policy.allowedForOrganization());
            carrier.fail(now, policy, policy.allowedForCarrier());
        }
        return changed(before, organization, carrier, now);
    }

    private static Standings standings(GuessCount organization, GuessCount carrier, Instant now) {
        var ofOrganization = organization.standing(now);
        var ofCarrier = carrier.standing(now);
        return new Standings(new Change(ofOrganization, ofOrganization), new Change(ofCarrier, ofCarrier));
    }

    private static Standings changed(Standings before, GuessCount organization, GuessCount carrier, Instant now) {
        return new Standings(new Change(before.ofOrganization.before, organization.standing(now)),
                new Change(before.ofCarrier.before, carrier.standing(now)));
    }
}
