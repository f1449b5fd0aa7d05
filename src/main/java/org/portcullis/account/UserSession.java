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

/** A person signed in on a browser. The browser holds the token; here is only its keyed digest. */
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
     * Goes on under another token after the password was given again; it ends when it would have ended.
     *
     * @return whether it had not been ended, by however many at once
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

    /** By a query, so that two at once do no harm. */
    static void end(String digest) {
        delete("digest", digest);
    }

    /** By a query, so that a session that ends meanwhile stays ended. */
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
