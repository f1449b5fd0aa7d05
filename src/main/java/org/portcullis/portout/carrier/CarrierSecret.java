package org.portcullis.portout.carrier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A user name and the keyed digest of its secret, with its validity and its last use. */
@Entity
@Table(name = "carrier_secret")
public class CarrierSecret extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Carrier carrier;

    public String username;

    @Column(name = "key_id")
    String keyId;

    String digest;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    /** The end of its overlap with the secret that replaced it; absent for the newest one. */
    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "revoked_at")
    public Instant revokedAt;

    @Column(name = "revoked_by")
    public String revokedBy;

    /** To the minute, so that it is not written for each request. */
    @Column(name = "last_used_at")
    public Instant lastUsedAt;

    static Optional<CarrierSecret> byUsername(String username) {
        return find("from CarrierSecret s join fetch s.carrier where s.username = ?1", username).firstResultOptional();
    }

    static Optional<CarrierSecret> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** @return newest first */
    static List<CarrierSecret> of(UUID carrierId) {
        return list("carrier.id = ?1 order by createdAt desc, id", carrierId);
    }

    static List<CarrierSecret> ofAll() {
        return list("from CarrierSecret s join fetch s.carrier order by s.createdAt desc, s.id");
    }

    /** @return the secrets that are valid now */
    static List<CarrierSecret> live(Instant now) {
        return list("from CarrierSecret s join fetch s.carrier c where c.revokedAt is null and s.revokedAt is null"
                + " and (s.expiresAt is null or s.expiresAt > ?1)", now);
    }

    /** @return the ids of the keys that valid secrets depend on */
    static List<String> keyIds(Instant now) {
        return getEntityManager().createQuery("select distinct s.keyId from CarrierSecret s where s.revokedAt is null"
                + " and (s.expiresAt is null or s.expiresAt > :now)", String.class).setParameter("now", now)
                .getResultList();
    }

    /** A conditional update query, so that of many concurrent requests one writes. */
    static void used(UUID id, Instant now, Duration step) {
        update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt <= ?3)", now, id, now.minus(step));
    }

    /** @return the state at that time; revoking a carrier revokes its secrets */
    public SecretState state(Instant now) {
        if (revokedAt != null) {
            return SecretState.REVOKED;
        }
        if (expiresAt == null) {
            return SecretState.LIVE;
        }
        return expiresAt.isAfter(now) ? SecretState.EXPIRING : SecretState.EXPIRED;
    }

    /** Sets this end, unless the secret ends earlier. */
    void expireAt(Instant end) {
        if (expiresAt == null || expiresAt.isAfter(end)) {
            expiresAt = end;
        }
    }

    void revoke(String who, Instant now) {
        if (state(now).isOpen()) {
            revokedAt = now;
            revokedBy = who;
        }
    }

    KnownCredential asKnown() {
        return new KnownCredential(id, carrier.asIdentity(), keyId, digest, expiresAt,
                revokedAt != null || carrier.revokedAt != null, lastUsedAt, carrier.admission());
    }
}
