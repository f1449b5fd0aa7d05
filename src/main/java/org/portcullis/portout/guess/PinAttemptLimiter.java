package org.portcullis.portout.guess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.portcullis.portout.carrier.RequestingCarrier;
import org.portcullis.portout.guess.GuessCount.Standing;

/**
 * Lets tries through, for all processes together: per organization and carrier, per organization over all carriers, and per
 * carrier over all organizations; never more at a time than may be wrong without any delay. Called in transactions, which
 * hold the three rows to their end, in the same order everywhere.
 */
@ApplicationScoped
public class PinAttemptLimiter {

    private final GuessPolicy policy;

    PinAttemptLimiter(GuessPolicy policy) {
        this.policy = policy;
    }

    /** Whether what is tried may be looked at. */
    public enum Leave {
        GRANTED,
        /** Others are being compared: ask again in a moment. */
        LATER,
        SLOWED,
        LOCKED
    }

    /** What became of a try. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** It was not compared, and is no guess. */
        NOT_COMPARED
    }

    /**
     * Where guessing stood before, and stands now.
     *
     * @param ofOrganization at the organization's PIN, over all carriers
     * @param ofPair at the organization's PIN by this carrier
     * @param ofCarrier by the carrier, whoever it asks for
     */
    public record Standings(Change ofOrganization, Change ofPair, Change ofCarrier) {
    }

    public record Change(Standing before, Standing after) {

        /** @return whether guessing is slowed or stopped since then */
        public boolean isWorse() {
            return after.compareTo(before) > 0;
        }
    }

    /** The three counts that a try falls under, locked in this order. */
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
     * Asks for leave to look at what is tried. Who gets it must call {@link #settle}.
     *
     * @param isLost whether the same question had leave before, and its outcome is not known
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

    /** Says what became of a try that leave was granted for. */
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
