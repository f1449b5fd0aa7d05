package org.portcullis.portout.telnyx;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.portout.Verdict;

/** A port-out as Telnyx knows it, and what Telnyx was told of it. */
@Entity
@Table(name = "telnyx_port_out")
class TelnyxPortOut extends PanacheEntityBase {

    /** Longer than Telnyx may take to answer; a process that dies meanwhile leaves it to the others. */
    static final Duration CLAIM = Duration.ofMinutes(3);
    /** Longer than it takes to decide. */
    static final Duration DECIDED_WITHIN = Duration.ofMinutes(5);
    /** Longer than a port-out takes: one that is never ended at Telnyx is left alone some day. */
    private static final Duration LOOKED_AT_FOR = Duration.ofDays(180);
    /** Before and after all that is still to be told. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final int MOST_CODES = 30;
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

    /** When the numbers move, as Telnyx says; absent as long as it says nothing. */
    @Column(name = "foc_at")
    Instant focAt;

    /** By Telnyx's clock. */
    @Column(name = "foc_told_at")
    Instant focToldAt;

    /** When its status was last heard of, by the portal's clock: what was read at Telnyx before that is older. */
    @Column(name = "seen_at")
    Instant seenAt;

    /** When a process last took it upon itself to read at Telnyx how it stands. */
    @Column(name = "looked_at")
    Instant lookedAt;

    /** How many rejections Telnyx found invalid: each time, the silence begins anew. */
    @Column(name = "invalid_rejections")
    int invalidRejections;

    /** With which codes. */
    @Column(name = "invalid_codes")
    private String invalidCodes;

    /** Of the last rejection that Telnyx took; absent where it is not known. */
    @Column(name = "rejection_code")
    Integer rejectionCode;

    /** Whether it was announced anew with a PIN to decide by, and has been refused for its PIN alone. */
    @Column(name = "decide_again")
    boolean decideAgain;

    /** @return whether it was not known until now */
    static boolean announce(String id, String carrier, Instant at, Instant silenceEndsAt, Instant decideBy,
            Instant now) {
        var soonest = now.plus(DECIDED_WITHIN);
        return getEntityManager()
                .createNativeQuery(
                        """
                                insert into telnyx_port_out (id, carrier_name, status, status_at, received_at, seen_at, looked_at, silence_ends_at,
                                    attempts, next_attempt_at, invalid_rejections, decide_again)
                                values (:id, :carrier, :status, :at, :now, :now, :now, :end, 0, :decideBy, 0, false)
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

    /** Keeps others from the row until the transaction ends. It may be null. */
    static TelnyxPortOut locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return those of which it is known since when, but not yet here, what Telnyx has to be told */
    static List<String> decided(int limit) {
        return getEntityManager()
                .createQuery("select p.id from TelnyxPortOut p, PortOutRequest r where p.requestId = r.id"
                        + " and p.decision is null and p.decideAgain = false and p.nextAttemptAt between :first and :last and r.verdict in :final order by p.id",
                        String.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .setParameter("final", EnumSet.of(Verdict.ALLOWED, Verdict.REFUSED))
                .setMaxResults(limit)
                .getResultList();
    }

    static List<String> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from TelnyxPortOut where nextAttemptAt between :first and :now order by nextAttemptAt, id",
                        String.class)
                .setParameter("first", FIRST)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return those whose silence ends by then, of which nobody was warned */
    static List<String> toWarnOf(Instant by, Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from TelnyxPortOut where nextAttemptAt between :first and :last and warnedAt is null"
                                + " and silenceEndsAt <= :by and receivedAt <= :earlier order by silenceEndsAt, id",
                        String.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .setParameter("by", by)
                .setParameter("earlier", now.minus(DECIDED_WITHIN))
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return those that may still change at Telnyx and that no process has looked at lately, the longest not looked at first */
    static List<String> toLookAt(Instant now, int limit) {
        return getEntityManager()
                .createQuery("select id from TelnyxPortOut where status in :open and lookedAt between :from and :before"
                        + " and receivedAt >= :since order by lookedAt, id", String.class)
                .setParameter("open",
                        EnumSet.of(TelnyxStatus.PENDING, TelnyxStatus.AUTHORIZED, TelnyxStatus.REJECTED_PENDING))
                .setParameter("from", FIRST)
                .setParameter("before", now.minus(DECIDED_WITHIN))
                .setParameter("since", now.minus(LOOKED_AT_FOR))
                .setMaxResults(limit)
                .getResultList();
    }

    /** @return whether the caller is the one process that may look at it now */
    static boolean claimLook(String id, Instant now) {
        return update("lookedAt = ?1 where id = ?2 and lookedAt <= ?3", now, id, now.minus(DECIDED_WITHIN)) == 1;
    }

    /** @return how many wait to be decided or told */
    static long countOpen() {
        return count("nextAttemptAt between ?1 and ?2", FIRST, LAST);
    }

    /** @return when the first silence ends of those that wait to be decided or told */
    static Optional<Instant> firstEnd() {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(silenceEndsAt) from TelnyxPortOut where nextAttemptAt between :first and :last",
                        Instant.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .getSingleResult());
    }

    /** @return whether the caller is the one process that may tell Telnyx of it now */
    static boolean claim(String id, Instant now) {
        return update("attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and nextAttemptAt <= ?3",
                now.plus(CLAIM), id, now) == 1;
    }

    /** @return whether the caller is the one who warns */
    static boolean claimWarning(String id, Instant now) {
        return update("warnedAt = ?1 where id = ?2 and warnedAt is null and nextAttemptAt is not null", now, id) == 1;
    }

    /** @return whether an announcement with its PIN may still decide it, and no process has begun to tell anything */
    boolean isToDecide() {
        return status == TelnyxStatus.PENDING && (requestId == null || decideAgain) && isOpen() && attempts == 0;
    }

    /** @return whether there is still something to decide or to tell */
    boolean isOpen() {
        return nextAttemptAt != null;
    }

    void close() {
        nextAttemptAt = null;
    }

    /** @return whether an event of that time says that a rejection was found invalid, and Telnyx waits anew */
    boolean isReopenedAt(Instant at) {
        return status == TelnyxStatus.REJECTED_PENDING && at.isAfter(statusAt);
    }

    /**
     * Telnyx found a rejection invalid: the silence begins anew, and there is something to tell again at once.
     *
     * @param at since when it waits
     */
    void reopen(Instant at, Instant end, Instant now) {
        enter(TelnyxStatus.PENDING, at, now);
        invalidRejections++;
        if (rejectionCode != null) {
            invalidCodes = Stream.concat(invalidCodes().stream(), Stream.of(rejectionCode)).distinct()
                    .map(String::valueOf)
                    .limit(MOST_CODES).collect(Collectors.joining(","));
        }
        rejectionCode = null;
        silenceEndsAt = end;
        decision = null;
        decideAgain = false;
        attempts = 0;
        nextAttemptAt = now;
        failure = null;
        toldAt = null;
        warnedAt = null;
    }

    /** @return the codes of rejections that Telnyx found invalid */
    Set<Integer> invalidCodes() {
        return invalidCodes == null || invalidCodes.isEmpty() ? Set.of()
                : Arrays.stream(invalidCodes.split(",")).map(Integer::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return whether that is news: not what is known already, nor what was before it */
    boolean advance(TelnyxStatus to, Instant at, Instant now) {
        // What it was before it waited anew is over.
        var isOfBefore = invalidRejections > 0 && status == TelnyxStatus.PENDING && !to.isEnd()
                && !at.isAfter(statusAt);
        if (isOfBefore || !to.isFurtherThan(status) && !(to.isBeside(status) && at.isAfter(statusAt))) {
            return false;
        }
        enter(to, at, now);
        return true;
    }

    /**
     * Takes over the status that was read at Telnyx, which is true whatever events said.
     *
     * @param at since when, as far as that is known
     * @return whether it is news
     */
    boolean learn(TelnyxStatus to, Instant at, Instant now) {
        if (to == status || to == TelnyxStatus.PENDING || status.isEnd() && !to.isEnd()) {
            return false;
        }
        enter(to, at, now);
        return true;
    }

    private void enter(TelnyxStatus to, Instant at, Instant now) {
        status = to;
        statusAt = at.isAfter(statusAt) ? at : statusAt;
        seenAt = now;
    }

    /**
     * @param toldAt by Telnyx's clock
     * @return whether it is another date than the one that was told last
     */
    boolean moveTo(Instant foc, Instant toldAt) {
        if (focToldAt != null && toldAt.isBefore(focToldAt)) {
            return false;
        }
        var isNews = !foc.equals(focAt);
        focAt = foc;
        focToldAt = toldAt;
        return isNews;
    }
}
