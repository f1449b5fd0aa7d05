package org.portcullis.portout.guess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.GuessCount.Standing;

/**
 * Limits PIN attempts over all processes: for each organization and carrier, for each organization over all carriers,
 * and for each carrier over all organizations. No more PINs are compared at a time than may be wrong without a delay.
 * Called in transactions, which hold the three row locks to their end, taken in the same order everywhere.
 */
@ApplicationScoped
public class PinAttemptLimiter {

    private final GuessPolicy policy;

    PinAttemptLimiter(GuessPolicy policy) {
        this.policy = policy;
    }

    /** Whether the PIN may be compared. */
    public enum Leave {
        GRANTED,
        /** Other comparisons are running: try again in a moment. */
        LATER,
        SLOWED,
        LOCKED
    }

    /** The outcome of a PIN attempt. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** It was not compared, and is no PIN attempt. */
        NOT_COMPARED
    }

    /**
     * The severity of guessing before and after a PIN attempt.
     *
     * @param ofOrganization at the organization's PIN, over all carriers
     * @param ofPair at the organization's PIN by this carrier
     * @param ofCarrier by the carrier, over all organizations
     */
    public record Standings(Change ofOrganization, Change ofPair, Change ofCarrier) {
    }

    public record Change(Standing before, Standing after) {

        /** @return whether this PIN attempt caused PIN attempts to be delayed or blocked */
        public boolean isWorse() {
            return after.compareTo(before) > 0;
        }
    }

    /** The three counts of a PIN attempt, locked in this order. */
    private record Counts(GuessCount organization, GuessCount pair, GuessCount carrier) {

        static Counts locked(UUID organizationId, RequestingCarrier asker) {
            return new Counts(GuessCount.locked(GuessCount.subjectOf(organizationId)),
                    GuessCount.locked(GuessCount.subjectOf(organizationId, asker.subject())),
                    GuessCount.locked(asker.subject()));
        }

        Standings standings(Instant now) {
            return new Standings(unchanged(organization.standing(now)), unchanged(pair.standing(now)),
                    unchanged(carrier.standing(now)));
        }

        private static Change unchanged(Standing standing) {
            return new Change(standing, standing);
        }

        Standings since(Standings before, Instant now) {
            return new Standings(new Change(before.ofOrganization.before, organization.standing(now)),
                    new Change(before.ofPair.before, pair.standing(now)),
                    new Change(before.ofCarrier.before, carrier.standing(now)));
        }

        boolean isBlocked(Instant now) {
            return organization.isBlocked(now) || pair.isBlocked(now) || carrier.isBlocked(now);
        }

        boolean isLocked() {
            return organization.isLocked() || pair.isLocked() || carrier.isLocked();
        }
    }

    /**
     * Asks for permission to compare. A caller that gets it must call {@link #settle}.
     *
     * @param isLost whether the same request had permission before, and its outcome is not known
     */
    public Leave enter(UUID organizationId, int pinRevision, RequestingCarrier asker, boolean isLost, Instant now) {
        var counts = Counts.locked(organizationId, asker);
        counts.organization.meant(pinRevision);
        counts.pair.meant(pinRevision);
        counts.organization.lose(now);
        counts.pair.lose(now);
        counts.carrier.lose(now);
        if (isLost) {
            counts.organization.retake();
            counts.pair.retake();
            counts.carrier.retake();
        }
        if (counts.isBlocked(now)) {
            return counts.isLocked() ? Leave.LOCKED : Leave.SLOWED;
        }
        if (counts.carrier.isToBeMeasured(now)) {
            measure(counts.carrier, asker, now);
        }
        if (!counts.organization.hasRoom(GuessPolicy.MOST_FAILURES) || !counts.pair.hasRoom(policy.allowed())
                || !counts.carrier.hasRoomMeasured()) {
            return Leave.LATER;
        }
        counts.organization.begin(now);
        counts.pair.begin(now);
        counts.carrier.begin(now);
        return Leave.GRANTED;
    }

    /** Counts the outcome of a permitted PIN attempt. */
    public Standings settle(UUID organizationId, RequestingCarrier asker, Outcome outcome, Instant now) {
        var counts = Counts.locked(organizationId, asker);
        var before = counts.standings(now);
        counts.carrier.withdraw();
        switch (outcome) {
            case RIGHT -> {
                counts.organization.pass();
                counts.pair.pass();
                CarrierHour.add(asker.subject(), organizationId, true, now);
            }
            case WRONG -> {
                counts.organization.failWithoutDelay(now);
                counts.pair.fail(now, policy, policy.allowed());
                CarrierHour.add(asker.subject(), organizationId, false, now);
                measure(counts.carrier, asker, now);
                counts.carrier.failMeasured(now, policy);
            }
            case NOT_COMPARED -> {
                counts.organization.withdraw();
                counts.pair.withdraw();
            }
        }
        return counts.since(before, now);
    }

    private void measure(GuessCount carrier, RequestingCarrier asker, Instant now) {
        carrier.measure(policy.tries(CarrierHour.within(asker.subject(), now)), policy, now);
    }
}
