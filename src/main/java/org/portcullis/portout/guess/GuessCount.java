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
 * Wrong tries, and until when no further one is looked at: in a row of one carrier for one organization's numbers, in a row
 * for these numbers whoever asks, or of one carrier whoever the numbers belong to.
 */
@Entity
@Table(name = "port_out_guess")
public class GuessCount extends PanacheEntityBase {

    /** Longer than it takes to compare one, the queue included. */
    private static final Duration COMPARED_WITHIN = Duration.ofSeconds(60);

    /** How long after the last delay it is still news. */
    public static final Duration NEWS = Duration.ofHours(24);

    /** How long what a carrier's tries came to is not looked up again, unless one more is wrong. */
    private static final Duration MEASURED_FOR = Duration.ofMinutes(1);

    /** What the subjects of organizations begin with; those of carriers begin with a channel. */
    public static final String ORGANIZATION = "organization:";

    /** What the subjects begin with that are of an organization and one carrier. */
    public static final String PAIR = "pair:";

    @Id
    public String subject;

    /** How many were compared and wrong. */
    public int failures;

    /** How many are being compared. */
    private int pending;

    /** How many may have been compared without anybody coming back to tell. */
    private int unsettled;

    /** Of a carrier: how many more may be wrong before it is slowed, and when that was found. */
    private int room;

    @Column(name = "measured_at")
    private Instant measuredAt;

    @Column(name = "pending_until")
    private Instant pendingUntil;

    @Column(name = "blocked_until")
    public Instant blockedUntil;

    /** Since when none is looked at any more. */
    @Column(name = "locked_at")
    public Instant lockedAt;

    /** Of the PIN that they were meant for: another PIN starts anew. */
    @Column(name = "pin_revision")
    public int pinRevision;

    public static String subjectOf(UUID organizationId) {
        return ORGANIZATION + organizationId;
    }

    /** @param carrier as an {@code RequestingCarrier} is counted */
    public static String subjectOf(UUID organizationId, String carrier) {
        return PAIR + organizationId + ":" + carrier;
    }

    /** @return those of the organization: over all carriers first, then by carrier */
    public static List<GuessCount> of(UUID organizationId) {
        return list("subject = ?1 or subject like ?2 order by subject", subjectOf(organizationId),
                PAIR + organizationId + ":%");
    }

    /** @return those because of which no PIN is looked at, or was not for a while since then */
    public static List<GuessCount> underWay(Instant since, int limit) {
        return find("lockedAt is not null or blockedUntil > ?1 order by subject", since).page(0, limit).list();
    }

    public static Optional<GuessCount> bySubject(String subject) {
        return findByIdOptional(subject);
    }

    /** Keeps others from the row, if there is one, until the transaction ends. */
    public static Optional<GuessCount> bySubjectForUpdate(String subject) {
        return findByIdOptional(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Finds the row or makes it, and keeps others from it until the transaction ends. */
    static GuessCount locked(String subject) {
        getEntityManager().createNativeQuery("""
                insert into port_out_guess (subject, failures, pending, pin_revision) values (:subject, 0, 0, 0)
                on conflict do nothing""")
                .setParameter("subject", subject)
                .executeUpdate();
        return findById(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Begins anew where the organization has another PIN by now. */
    void meant(int revision) {
        if (pinRevision != revision) {
            forget();
            pinRevision = revision;
        }
    }

    /** @return whether no further PIN is looked at until somebody lifts that */
    public boolean isLocked() {
        return lockedAt != null;
    }

    /** @return whether no further PIN is looked at now */
    public boolean isBlocked(Instant now) {
        return isLocked() || blockedUntil != null && blockedUntil.isAfter(now);
    }

    /** How far guessing has come. */
    public enum Standing {
        /** No more than slips of the finger. */
        OPEN,
        SLOWED,
        LOCKED
    }

    /** @return where it stands; what was slowed down long ago begins anew */
    Standing standing(Instant now) {
        return isLocked() ? Standing.LOCKED : isUnderWay(now) ? Standing.SLOWED : Standing.OPEN;
    }

    /** @return whether people should know of it: no PIN is looked at, or was not for a while lately */
    public boolean isUnderWay(Instant now) {
        return isLocked() || blockedUntil != null && blockedUntil.isAfter(now.minus(NEWS));
    }

    /**
     * @return whether one more may be compared now: at once as long as all of them may be wrong without any delay, then
     *         one by one
     */
    boolean hasRoom(int allowed) {
        return pending == 0 || failures + unsettled + pending < allowed;
    }

    /** @return the same for a carrier, whose tries were measured */
    boolean hasRoomMeasured() {
        return pending == 0 || pending < room;
    }

    /** One more is being compared. */
    void begin(Instant now) {
        pending++;
        pendingUntil = now.plus(COMPARED_WITHIN);
    }

    /** Those of which nobody came back to tell are no wrong ones yet: the next outcome says what they were. */
    void lose(Instant now) {
        if (pending > 0 && !pendingUntil.isAfter(now)) {
            unsettled += pending;
            pending = 0;
        }
    }

    /** One of which nobody came back to tell is asked again: it must not count twice. */
    void retake() {
        unsettled = Math.max(0, unsettled - 1);
    }

    /** One that was to be compared was not, and is no try. */
    void withdraw() {
        pending = Math.max(0, pending - 1);
    }

    /**
     * One that was being compared is wrong. Lost ones are taken for wrong as well, but bring no more than the first delay:
     * they may have been right.
     */
    void fail(Instant now, GuessPolicy policy, int allowed) {
        withdraw();
        failures = Math.max(failures, Math.min(failures + unsettled, allowed - 1));
        unsettled = 0;
        countFailure(now, policy, allowed);
    }

    /** The same where nothing is slowed, and none is looked at any more after the most. */
    void failWithoutDelay(Instant now) {
        withdraw();
        failures++;
        if (failures >= GuessPolicy.MOST_FAILURES) {
            lockedAt = now;
        }
    }

    /** One that was being compared is right: everything starts anew. */
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

    /** @return whether what a carrier's tries came to has to be looked up */
    boolean isToBeMeasured(Instant now) {
        return measuredAt == null || !measuredAt.plus(MEASURED_FOR).isAfter(now);
    }

    /** Keeps what a carrier's tries came to; where they are not suspicious any more, the next delay is the first one again. */
    void measure(CarrierTries tries, GuessPolicy policy, Instant now) {
        measuredAt = now;
        room = policy.room(tries);
        if (room > 0) {
            failures = 0;
        }
    }

    /** One more of a measured carrier was wrong: the longer that goes on, the longer it has to wait. */
    void failMeasured(Instant now, GuessPolicy policy) {
        if (room <= 0) {
            countFailure(now, policy, 1);
        }
    }

    /** The PIN was right, or another one took its place, or the desk lifts the lock. */
    public void forget() {
        failures = 0;
        unsettled = 0;
        measuredAt = null;
        blockedUntil = null;
        lockedAt = null;
    }
}
