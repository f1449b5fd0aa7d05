package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The one-time link to the first account. Each process that starts on an empty database logs one; one use ends all, and each
 * ends after a day.
 */
@Entity
@Table(name = "set_up_link")
class SetUpLink extends PanacheEntityBase {

    /** A log is kept for longer, and read by more people, than an account should be open to. */
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

    /** @return whether this caller was the one who used it, of however many that try at once */
    static boolean use(String digest, Instant now) {
        var used = delete("digest = ?1 and createdAt > ?2", digest, now.minus(VALIDITY)) == 1;
        if (used) {
            deleteAll();
        }
        return used;
    }
}
