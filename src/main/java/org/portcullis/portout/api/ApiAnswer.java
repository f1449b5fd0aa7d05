package org.portcullis.portout.api;

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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.portout.Answer;
import org.portcullis.portout.Refusal;
import org.portcullis.portout.Verdict;

/** A request with an {@code Idempotency-Key} and its answer, for as long as the request may be repeated. */
@Entity
@Table(name = "api_answer")
class ApiAnswer extends PanacheEntityBase {

    /** As long as identical requests without a key are recognized: after that, the digest of the body is deleted. */
    static final Duration KEPT = Duration.ofMinutes(60);
    /** No decision takes that long: the process that began it must have died. */
    static final Duration LEFT_AFTER = Duration.ofMinutes(1);

    @Id
    String id;

    @Column(name = "body_digest")
    String bodyDigest;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "request_id")
    UUID requestId;

    @Enumerated(EnumType.STRING)
    Verdict verdict;

    private String reasons;

    private String pon;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "order_pon")
    private String orderPon;

    @Column(name = "answer_by")
    private Instant answerBy;

    /** @return whether the id was new, and is now inserted */
    static boolean begin(String id, String bodyDigest, Instant now) {
        return getEntityManager().createNativeQuery("""
                insert into api_answer (id, body_digest, begun_at) values (:id, :digest, :now)
                on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("digest", bodyDigest)
                .setParameter("now", now)
                .executeUpdate() == 1;
    }

    static ApiAnswer locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A query, since the row may be deleted already. */
    static void giveUp(String id) {
        delete("id = ?1 and requestId is null", id);
    }

    static long forgetBefore(Instant begun) {
        return delete("begunAt <= ?1", begun);
    }

    boolean isForgotten(Instant now) {
        return !begunAt.plus(KEPT).isAfter(now);
    }

    boolean isLeft(Instant now) {
        return requestId == null && !begunAt.plus(LEFT_AFTER).isAfter(now);
    }

    void beginAnew(String newDigest, Instant now) {
        bodyDigest = newDigest;
        begunAt = now;
        requestId = null;
    }

    void keep(Answer answer) {
        requestId = answer.id();
        verdict = answer.verdict();
        reasons = answer.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
        pon = answer.pon();
        receivedAt = answer.receivedAt();
        orderPon = answer.orderPon();
        answerBy = answer.answerBy();
    }

    /** @return the stored answer, or null while the request is being decided */
    Answer answer() {
        return requestId == null ? null
                : new Answer(requestId, verdict, reasons(), pon, receivedAt, orderPon, answerBy);
    }

    private List<Refusal> reasons() {
        return reasons.isEmpty() ? List.of() : Arrays.stream(reasons.split(",")).map(Refusal::valueOf).toList();
    }
}
