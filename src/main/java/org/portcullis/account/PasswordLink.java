package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The one-time link with which a person chooses a password. Each person has at most one: a new link replaces the old
 * one.
 */
@Entity
@Table(name = "password_link")
public class PasswordLink extends PanacheEntityBase {

    @Id
    @Column(name = "user_id")
    UUID userId;

    /** The link is derived from this id and the session key; see {@link PasswordLinks}. */
    UUID id;

    String digest;

    @Column(name = "expires_at")
    public Instant expiresAt;

    static PasswordLink make(UUID userId, UUID id, String digest, Instant expiresAt) {
        var link = PasswordLink.<PasswordLink>findByIdOptional(userId).orElseGet(PasswordLink::new);
        link.userId = userId;
        link.id = id;
        link.digest = digest;
        link.expiresAt = expiresAt;
        link.persist();
        return link;
    }

    /** @return the person's link, if it still works */
    public static Optional<PasswordLink> of(UUID userId, Instant now) {
        return find("userId = ?1 and expiresAt > ?2", userId, now).firstResultOptional();
    }

    /** @return the link, if it still works */
    static Optional<PasswordLink> byDigest(String digest, Instant now) {
        return find("digest = ?1 and expiresAt > ?2", digest, now).firstResultOptional();
    }

    /** @return whether this call used the link; of several concurrent calls, only one does */
    static boolean use(String digest, Instant now) {
        return delete("digest = ?1 and expiresAt > ?2", digest, now) == 1;
    }

    static void endOf(UUID userId) {
        delete("userId", userId);
    }
}
