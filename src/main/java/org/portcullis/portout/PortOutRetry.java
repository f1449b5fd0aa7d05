package org.portcullis.portout;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Recognizes a repeated request: platforms retry with identical bytes. The bytes hold the PIN, so only a keyed digest
 * is stored, and only for an hour.
 */
@Entity
@Table(name = "port_out_retry")
class PortOutRetry extends PanacheEntityBase {

    static final Duration KEPT = Duration.ofMinutes(60);

    @Id
    String digest;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "kept_until")
    Instant keptUntil;

    /** Finds or inserts the row, and blocks identical requests until the transaction ends. */
    static PortOutRetry locked(String digest, Instant now) {
        getEntityManager().createNativeQuery("""
                insert into port_out_retry (digest, kept_until) values (:digest, :until)
                on conflict do nothing""")
                .setParameter("digest", digest)
                .setParameter("until", now.plus(KEPT))
                .executeUpdate();
        return findById(digest, LockModeType.PESSIMISTIC_WRITE);
    }

    static long forgetBefore(Instant now) {
        return delete("keptUntil <= ?1", now);
    }

    Optional<UUID> request(Instant now) {
        return Optional.ofNullable(requestId).filter(known -> keptUntil.isAfter(now));
    }

    void standFor(UUID request, Instant now) {
        requestId = request;
        keptUntil = now.plus(KEPT);
    }
}
