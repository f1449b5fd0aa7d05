package org.portcullis.portout;

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

/** Wrong PINs in a row for one organization's numbers, or from one carrier, and until when no further one is looked at. */
@Entity
@Table(name = "port_out_guess")
public class GuessCount extends PanacheEntityBase {

    /** Longer than it takes to compare one, the queue included. */
    private static final Duration COMPARED_WITHIN = Duration.ofSeconds(60);

    /** How long after the last delay it is still news. */
    static final Duration NEWS = Duration.ofHours(24);

    /** What the subjects of organizations begin with; those of carriers begin with a channel. */
    static final String ORGANIZATION = "organization:";

    @Id
    String subject;

    /** How many were compared and wrong. */
    public int failures;

    /** How many there were, those included that came too early to be compared. */
    public int tries;

    /** How many are being compared. */
    private int pending;

    @Column(name = "pending_until")
    private Instant pendingUntil;

    @Column(name = "blocked_until")
    public Instant blockedUntil;

    /** Since when none is looked at any more. */
    @Column(name = "locked_at")
    public Instant lockedAt;

    /** Of the PIN that they were meant for: another PIN starts anew. */
    @Column(name = "pin_revision")
    int pinRevision;

    public static String subjectOf(UUID organizationId) {
        return ORGANIZATION + organizationId;
    }

    public static Optional<GuessCount> of(UUID organizationId) {
        return findByIdOptional(subjectOf(organizationId));
    }

    /** @return those because of which no PIN is looked at, or was not for a while since then */
    static List<GuessCount> underWay(Instant since, int limit) {
        return find("lockedAt is not null or blockedUntil > ?1 order by subject", since).page(0, limit).list();
    }

    static Optional<GuessCount> bySubject(String subject) {
        return findByIdOptional(subject);
    }

    /** Keeps others from the row, if there is one, until the transaction ends. */
    static Optional<GuessCount> bySubjectForUpdate(String subject) {
        return findByIdOptional(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Finds the row or makes it, and keeps others from it until the transaction ends. */
    static GuessCount locked(String subject) {
        getEntityManager().createNativeQuery("""
                insert into port_out_guess (subject, failures, tries, pending, pin_revision) values (:subject, 0, 0, 0, 0)
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
    boolean isUnderWay(Instant now) {
        return isLocked() || blockedUntil != null && blockedUntil.isAfter(now.minus(NEWS));
    }

    /**
     * @return whether one more may be compared now: at once as long as all of them may be wrong without any delay, then
     *         one by one
     */
    boolean hasRoom(int allowed) {
        return pending == 0 || failures + pending < allowed;
    }

    /** One more is being compared. A process that dies meanwhile leaves it counted as wrong. */
    void begin(Instant now) {
        pending++;
        pendingUntil = now.plus(COMPARED_WITHIN);
    }

    /** Counts those as wrong of which nobody came back to tell. */
    void countLost(Instant now, GuessPolicy policy, int allowed) {
        if (pending > 0 && !pendingUntil.isAfter(now)) {
            for (; pending > 0; pending--) {
                countFailure(now, policy, allowed);
            }
        }
    }

    /** One that was being compared is wrong. */
    void fail(Instant now, GuessPolicy policy, int allowed) {
        pending = Math.max(0, pending - 1);
        countFailure(now, policy, allowed);
    }

    /** One that was being compared is right: everything starts anew. */
    void pass() {
        pending = Math.max(0, pending - 1);
        forget();
    }

    private void countFailure(Instant now, GuessPolicy policy, int allowed) {
        failures++;
        tries++;
        var delay = policy.delayAfter(failures, allowed);
        if (delay.isEmpty() || isAtLimit()) {
            lockedAt = now;
        } else {
            blockedUntil = delay.get().isZero() ? null : now.plus(delay.get());
        }
    }

    /** Counts a PIN that came too early to be compared. */
    void countEarly(Instant now) {
        tries++;
        if (isAtLimit() && lockedAt == null) {
            lockedAt = now;
        }
    }

    private boolean isAtLimit() {
        return Math.max(failures, tries) >= GuessPolicy.MOST_TRIES;
    }

    /** The PIN was right, or another one took its place, or somebody lifts the lock. */
    void forget() {
        failures = 0;
        tries = 0;
        blockedUntil = null;
        lockedAt = null;
    }
}
