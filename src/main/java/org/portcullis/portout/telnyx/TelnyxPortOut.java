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

/** A port-out at Telnyx, with what Telnyx was told of it. */
@Entity
@Table(name = "telnyx_port_out")
class TelnyxPortOut extends PanacheEntityBase {

    /** Longer than Telnyx may take to answer; if the process dies, the claim expires and another process takes over. */
    static final Duration CLAIM = Duration.ofMinutes(3);
    /** Longer than a decision takes. */
    static final Duration DECIDED_WITHIN = Duration.ofMinutes(5);
    /** Longer than a port-out takes: one that never ends at Telnyx is not polled for ever. */
    private static final Duration LOOKED_AT_FOR = Duration.ofDays(180);
    /** Bounds of queries by time: before, and with {@link #LAST} after, all that is still to be told. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final int MOST_CODES = 30;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** Telnyx's id. */
    @Id
    String id;

    /** Absent until it is decided, and if that failed. */
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

    /** Absent until there is one. */
    @Enumerated(EnumType.STRING)
    Decision decision;

    int attempts;

    /** Absent once there is nothing left to tell; before a decision, the time at which it is rejected undecided. */
    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    /** Why the last attempt failed; see {@link TelnyxApi.FailedException}. */
    String failure;

    @Column(name = "told_at")
    Instant toldAt;

    @Column(name = "warned_at")
    Instant warnedAt;

    /** The FOC date by Telnyx; absent until Telnyx confirms one. */
    @Column(name = "foc_at")
    Instant focAt;

    /** By Telnyx's clock. */
    @Column(name = "foc_told_at")
    Instant focToldAt;

    /** When its status was last reported, by the portal's clock: what was read at Telnyx before that is outdated. */
    @Column(name = "seen_at")
    Instant seenAt;

    /** When a process last claimed it for polling. */
    @Column(name = "looked_at")
    Instant lookedAt;

    /** How many rejections Telnyx found invalid; after each, the period until automatic approval starts again. */
    @Column(name = "invalid_rejections")
    int invalidRejections;

    /** The codes of these rejections. */
    @Column(name = "invalid_codes")
    private String invalidCodes;

    /** The code of the last rejection that Telnyx accepted; absent if unknown. */
    @Column(name = "rejection_code")
    Integer rejectionCode;

    /** Whether it was announced again with a PIN after it was refused only for its PIN. */
    @Column(name = "decide_again")
    boolean decideAgain;

    /** @return whether it is new */
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

    /** Takes the row lock. The row may be null. */
    static TelnyxPortOut locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @return the port-outs that are decided, but whose message to Telnyx is not set yet */
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

    /** @return the port-outs that are approved automatically by then and have had no warning */
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

    /** @return the port-outs that may still change at Telnyx and were not polled lately, least recently polled first */
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

    /** @return whether the caller has the claim to poll it now */
    static boolean claimLook(String id, Instant now) {
        return update("lookedAt = ?1 where id = ?2 and lookedAt <= ?3", now, id, now.minus(DECIDED_WITHIN)) == 1;
    }

    /** @return how many are undecided or not told yet */
    static long countOpen() {
        return count("nextAttemptAt between ?1 and ?2", FIRST, LAST);
    }

    /** @return the earliest automatic approval of those that are undecided or not told yet */
    static Optional<Instant> firstEnd() {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(silenceEndsAt) from TelnyxPortOut where nextAttemptAt between :first and :last",
                        Instant.class)
                .setParameter("first", FIRST)
                .setParameter("last", LAST)
                .getSingleResult());
    }

    /** @return whether the caller has the claim to tell Telnyx now */
    static boolean claim(String id, Instant now) {
        return update("attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and nextAttemptAt <= ?3",
                now.plus(CLAIM), id, now) == 1;
    }

    /** @return whether the caller has the claim to send the warning */
    static boolean claimWarning(String id, Instant now) {
        return update("warnedAt = ?1 where id = ?2 and warnedAt is null and nextAttemptAt is not null", now, id) == 1;
    }

    /** @return whether an announcement with its PIN may still decide it, and no process has begun to tell Telnyx */
    boolean isToDecide() {
        return status == TelnyxStatus.PENDING && (requestId == null || decideAgain) && isOpen() && attempts == 0;
    }

    /** @return whether it is undecided or not told yet */
    boolean isOpen() {
        return nextAttemptAt != null;
    }

    void close() {
        nextAttemptAt = null;
    }

    /** @return whether an event of that time means that a rejection was found invalid, and Telnyx waits again */
    boolean isReopenedAt(Instant at) {
        return status == TelnyxStatus.REJECTED_PENDING && at.isAfter(statusAt);
    }

    /**
     * Telnyx found a rejection invalid: the period until automatic approval starts again, and there is a message to
     * send at once.
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

    /** @return whether the status is news: neither known already nor outdated */
    boolean advance(TelnyxStatus to, Instant at, Instant now) {
        // A status from before Telnyx waited again is outdated.
        var isOfBefore = invalidRejections > 0 && status == TelnyxStatus.PENDING && !to.isEnd()
                && !at.isAfter(statusAt);
        if (isOfBefore || !to.isFurtherThan(status) && !(to.isBeside(status) && at.isAfter(statusAt))) {
            return false;
        }
        enter(to, at, now);
        return true;
    }

    /**
     * Takes over the status read at Telnyx, which overrides that of events.
     *
     * @param at since when, if known
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
     * @return whether the date differs from the last one
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
