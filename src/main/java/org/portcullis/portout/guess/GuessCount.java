package org.portcullis.portout.guess;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Wrong PIN attempts, and until when further ones are blocked. A row counts those in a row of one carrier for one
 * organization's numbers, those in a row of all carriers for these numbers, or those of one carrier over all
 * organizations.
 */
@Entity
@Table(name = "port_out_guess")
public class GuessCount extends PanacheEntityBase {

    /** Longer than one comparison takes, including the queue. */
    private static final Duration COMPARED_WITHIN = Duration.ofSeconds(60);

    /** How long after its end a delay is still shown. */
    public static final Duration NEWS = Duration.ofHours(24);

    /** How long the measured PIN attempts of a carrier stay valid, unless one more is wrong. */
    private static final Duration MEASURED_FOR = Duration.ofMinutes(1);

    /** Prefix of organizations' subjects; carriers' subjects begin with a channel. */
    public static final String ORGANIZATION = "organization:";

    /** Prefix of the subjects that combine an organization and a carrier. */
    public static final String PAIR = "pair:";

    @Id
    public String subject;

    /** How many were compared and wrong. */
    public int failures;

    /** How many are being compared. */
    private int pending;

    /** How many comparisons have an unknown outcome, since their process died. */
    private int unsettled;

    /** For a carrier: how many more may be wrong before it is slowed, and when that was measured. */
    private int room;

    @Column(name = "measured_at")
    private Instant measuredAt;

    @Column(name = "pending_until")
    private Instant pendingUntil;

    @Column(name = "blocked_until")
    public Instant blockedUntil;

    /** When the count was locked; absent if it is not. */
    @Column(name = "locked_at")
    public Instant lockedAt;

    /** The revision of the PIN that they were meant for: a new PIN starts a new count. */
    @Column(name = "pin_revision")
    public int pinRevision;

    public static String subjectOf(UUID organizationId) {
        return ORGANIZATION + organizationId;
    }

    /** @param carrier as an {@code RequestingCarrier} is counted */
    public static String subjectOf(UUID organizationId, String carrier) {
        return PAIR + organizationId + ":" + carrier;
    }

    /** @return the counts of the organization: first over all carriers, then by carrier */
    public static List<GuessCount> of(UUID organizationId) {
        return list("subject = ?1 or subject like ?2 order by subject", subjectOf(organizationId),
                PAIR + organizationId + ":%");
    }

    /** @return the counts that block PIN attempts, or have done so since that moment */
    public static List<GuessCount> underWay(Instant since, int limit) {
        return find("lockedAt is not null or blockedUntil > ?1 order by subject", since).page(0, limit).list();
    }

    public static Optional<GuessCount> bySubject(String subject) {
        return findByIdOptional(subject);
    }

    /** Takes the row lock, if there is a row. */
    public static Optional<GuessCount> bySubjectForUpdate(String subject) {
        return findByIdOptional(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Finds or inserts the row, and takes the row lock. */
    static GuessCount locked(String subject) {
        getEntityManager().createNativeQuery("""
                insert into port_out_guess (subject, failures, pending, pin_revision) values (:subject, 0, 0, 0)
                on conflict do nothing""")
                .setParameter("subject", subject)
                .executeUpdate();
        return findById(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Starts again if the organization has changed its PIN. */
    void meant(int revision) {
        if (pinRevision != revision) {
            forget();
            pinRevision = revision;
        }
    }

    /** @return whether PIN attempts are blocked until the desk lifts the limit */
    public boolean isLocked() {
        return lockedAt != null;
    }

    /** @return whether PIN attempts are blocked now */
    public boolean isBlocked(Instant now) {
        return isLocked() || blockedUntil != null && blockedUntil.isAfter(now);
    }

    /** The severity of guessing. */
    public enum Standing {
        /** Nothing more than mistyping. */
        OPEN,
        SLOWED,
        LOCKED
    }

    /** @return the severity now; a delay that ended long ago no longer counts */
    Standing standing(Instant now) {
        return isLocked() ? Standing.LOCKED : isUnderWay(now) ? Standing.SLOWED : Standing.OPEN;
    }

    /** @return whether people should be told: PIN attempts are blocked, or were recently */
    public boolean isUnderWay(Instant now) {
        return isLocked() || blockedUntil != null && blockedUntil.isAfter(now.minus(NEWS));
    }

    /**
     * @return whether one more PIN may be compared now. Several are compared at a time only if all of them may be wrong
     * without a delay; beyond that, one by one
     */
    boolean hasRoom(int allowed) {
        return pending == 0 || failures + unsettled + pending < allowed;
    }

    /** @return the same for a carrier, by its measured PIN attempts */
    boolean hasRoomMeasured() {
        return pending == 0 || pending < room;
    }

    /** The comparison of one more PIN begins. */
    void begin(Instant now) {
        pending++;
        pendingUntil = now.plus(COMPARED_WITHIN);
    }

    /** Comparisons whose outcome was lost don't count as wrong yet: the next outcome decides. */
    void lose(Instant now) {
        if (pending > 0 && !pendingUntil.isAfter(now)) {
            unsettled += pending;
            pending = 0;
        }
    }

    /** A request with a lost outcome is sent again: it must not count twice. */
    void retake() {
        unsettled = Math.max(0, unsettled - 1);
    }

    /** A PIN that was to be compared was not, and is no PIN attempt. */
    void withdraw() {
        pending = Math.max(0, pending - 1);
    }

    /**
     * A compared PIN is wrong. Lost ones then count as wrong as well, but cause no more than the first delay, since
     * they may have been right.
     */
    void fail(Instant now, GuessPolicy policy, int allowed) {
        withdraw();
        failures = Math.max(failures, Math.min(failures + unsettled, allowed - 1));
        unsettled = 0;
        countFailure(now, policy, allowed);
    }

    /** The same without delays; only the maximum blocks further PIN attempts. */
    void failWithoutDelay(Instant now) {
        withdraw();
        failures++;
        if (failures >= GuessPolicy.MOST_FAILURES) {
            lockedAt = now;
        }
    }

    /** A compared PIN is right: the count starts again. */
    void pass() {
        withdraw();
        forget();
    }

    private void countFailure(Instant now, GuessPolicy policy, int allowed) {
        failures++;
        var delay = policy.delayAfter(failures, allowed);
        if (delay.isEmpty() || failures >= GuessPolicy.MOST_FAILURES) {
            lockedAt = now;
        } else {
            blockedUntil = delay.get().isZero() ? null : now.plus(delay.get());
        }
    }

    /** @return whether the carrier's PIN attempts have to be measured again */
    boolean isToBeMeasured(Instant now) {
        return measuredAt == null || !measuredAt.plus(MEASURED_FOR).isAfter(now);
    }

    /**
     * Stores the measured PIN attempts of a carrier; if they are no longer suspicious, the next delay is the first one
     * again.
     */
    void measure(CarrierTries tries, GuessPolicy policy, Instant now) {
        measuredAt = now;
        room = policy.room(tries);
        if (room > 0) {
            failures = 0;
        }
    }

    /** One more PIN attempt of a measured carrier was wrong: the delay grows with each. */
    void failMeasured(Instant now, GuessPolicy policy) {
        if (room <= 0) {
            countFailure(now, policy, 1);
        }
    }

    /** The PIN was right or was changed, or the desk lifts the limit. */
    public void forget() {
        failures = 0;
        unsettled = 0;
        measuredAt = null;
        blockedUntil = null;
        lockedAt = null;
    }
}
