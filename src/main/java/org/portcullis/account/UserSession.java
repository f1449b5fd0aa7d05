package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session on one browser. The browser holds the token; the database stores only its keyed digest. */
@Entity
@Table(name = "user_session")
class UserSession extends PanacheEntityBase {

    @Id
    String digest;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    User user;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    /** When the person last gave their password in this session. */
    @Column(name = "authenticated_at")
    Instant authenticatedAt;

    static UserSession start(User user, String digest, Instant now) {
        var session = new UserSession();
        session.digest = digest;
        session.user = user;
        session.startedAt = now;
        session.lastSeenAt = now;
        session.authenticatedAt = now;
        session.persist();
        return session;
    }

    /**
     * Continues the session under a new token after the password was given again; its absolute limit is unchanged.
     *
     * @return whether the session was still valid; of several concurrent calls, only one succeeds
     */
    static boolean goOn(User user, String digest, String newDigest, Instant now) {
        var old = UserSession.<UserSession>find("digest = ?1 and user = ?2", digest, user).firstResult();
        if (old == null || delete("digest", digest) == 0) {
            return false;
        }
        start(user, newDigest, now).startedAt = old.startedAt;
        return true;
    }

    static Optional<UserSession> byDigest(String digest) {
        return find("from UserSession s join fetch s.user u left join fetch u.organization where s.digest = ?1", digest)
                .firstResultOptional();
    }

    /** A single query, so that concurrent calls are harmless. */
    static void end(String digest) {
        delete("digest", digest);
    }

    /** A single query, so that a session that ends meanwhile is not revived. */
    void see(Instant now) {
        update("lastSeenAt = ?1 where digest = ?2", now, digest);
        getEntityManager().detach(this);
        lastSeenAt = now;
    }

    static void endAllOf(UUID userId) {
        delete("user.id", userId);
    }

    static long endBefore(Instant lastSeen, Instant started) {
        return delete("lastSeenAt < ?1 or startedAt < ?2", lastSeen, started);
    }
}
