package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The one-time link for creating the first account. Each process that starts on an empty database logs one. Using one
 * invalidates all; each expires after a day.
 */
@Entity
@Table(name = "set_up_link")
class SetUpLink extends PanacheEntityBase {

    /** A log is kept for longer, and read by more people, than access to an account should last. */
    static final Duration VALIDITY = Duration.ofHours(24);

    @Id
    String digest;

    @Column(name = "created_at")
    Instant createdAt;

    static void make(String digest, Instant now) {
        var link = new SetUpLink();
        link.digest = digest;
        link.createdAt = now;
        link.persist();
    }

    static boolean exists(String digest, Instant now) {
        return count("digest = ?1 and createdAt > ?2", digest, now.minus(VALIDITY)) == 1;
    }

    /** @return whether this call used the link; of several concurrent calls, only one does */
    static boolean use(String digest, Instant now) {
        var used = delete("digest = ?1 and createdAt > ?2", digest, now.minus(VALIDITY)) == 1;
        if (used) {
            deleteAll();
        }
        return used;
    }
}
