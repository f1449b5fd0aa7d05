package org.portcullis.telnyx;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.portout.Verdict;

/** A port-out as Telnyx knows it, and what Telnyx was told of it. */
@Entity
@Table(name = "telnyx_port_out")
class TelnyxPortOut extends PanacheEntityBase {

    /** Longer than Telnyx may take to answer; a process that dies meanwhile leaves it to the others. */
    static final Duration CLAIM = Duration.ofMinutes(2);
    /** Longer than it takes to decide. */
    static final Duration DECIDED_WITHIN = Duration.ofMinutes(5);
    /** Before and after all that is still to be told. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** Telnyx's own. */
    @Id
    String id;

    /** Absent until it is decided, and where that failed. */
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "carrier_name")
    String carrierName;

    @Enumerated(EnumType.STRING)
    TelnyxStatus status;

    @Column(name = "status_at")
    Instant statusAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "silence_ends_at")
    Instant silenceEndsAt;

    /** Absent as long as there is none. */
    @Enumerated(EnumType.STRING)
    Decision decision;

    int attempts;

    /** Absent once there is nothing more to tell; until then, when it is rejected undecided if not decided before. */
    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    /** Why the last attempt failed, see {@link TelnyxApi.FailedException}. */
    String failure;

    @Column(name = "told_at")
    Instant toldAt;

    @Column(name = "warned_at")
    Instant warnedAt;

    /** @return whether it was not known until now */
    static boolean announce(String id, String carrier, Instant at, Instant silenceEndsAt, Instant decideBy, Instant now) {
        var soonest = now.plus(DECIDED_WITHIN);
        return getEntityManager().createNativeQuery("""
                insert into telnyx_port_out (id, carrier_name, status, status_at, received_at, silence_ends_at, attempts, next_attempt_at)
                values (:id, :carrier, :status, :at, :now, :end, 0, :decideBy)
                on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("carrier", carrier)
                .setParameter("status", TelnyxStatus.PENDING.name())
                .setParameter("at", at)
                .setParameter("now", now)
                .setParameter("end", silenceEndsAt)
                .setParameter("decideBy", decideBy.isAfter(soonest) ? decideBy : soonest)
                .executeUpdate() == 1;
    }

    /** Keeps others from the row until the transaction ends. */
    static TelnyxPortOut locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return those of which it is known since when, but not yet here, what Telnyx has to be told */
    static List<String> decided(int limit) {
        return getEntityManager().createQuery("select p.id from TelnyxPortOut p, PortOutRequest r where p.requestId = r.id"
                + " and p.decision is null and p.nextAttemptAt between :first and :last and r.verdict in :final order by p.id", String.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .setParameter("final", EnumSet.of(Verdict.ALLOWED, Verdict.REFUSED))
                .setMaxResults(limit)
                .getResultList();
    }

    static List<String> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select id from TelnyxPortOut where nextAttemptAt between :first and :now order by nextAttemptAt, id", String.class)
                .setParameter("first", FIRST)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return those whose silence ends by then, of which nobody was warned */
    static List<String> toWarnOf(Instant by, Instant now, int limit) {
        return getEntityManager().createQuery("select id from TelnyxPortOut where nextAttemptAt between :first and :last and warnedAt is null"
                + " and silenceEndsAt <= :by and receivedAt <= :earlier order by silenceEndsAt, id", String.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .setParameter("by", by)
                .setParameter("earlier", now.minus(DECIDED_WITHIN))
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return how many wait to be decided or told */
    static long countOpen() {
        return count("nextAttemptAt between ?1 and ?2", FIRST, LAST);
    }

    /** @return when the first silence ends of those that wait to be decided or told */
    static Optional<Instant> firstEnd() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(silenceEndsAt) from TelnyxPortOut where nextAttemptAt between :first and :last", Instant.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .getSingleResult());
    }

    /** @return whether the caller is the one process that may tell Telnyx of it now */
    static boolean claim(String id, Instant now) {
        return update("attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and nextAttemptAt <= ?3", now.plus(CLAIM), id, now) == 1;
    }

    /** @return whether the caller is the one who warns */
    static boolean claimWarning(String id, Instant now) {
        return update("warnedAt = ?1 where id = ?2 and warnedAt is null and nextAttemptAt is not null", now, id) == 1;
    }

    /** @return whether there is still something to decide or to tell */
    boolean isOpen() {
        return nextAttemptAt != null;
    }

    void close() {
        nextAttemptAt = null;
    }

    /** @return whether that is news: not what is known already, nor what was before it */
    boolean advance(TelnyxStatus to, Instant at) {
        if (!to.isFurtherThan(status) && !(to.isBeside(status) && at.isAfter(statusAt))) {
            return false;
        }
        status = to;
        statusAt = at;
        return true;
    }
}
