package org.portcullis.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one-time link to the first account. Each process that starts on an empty database logs one; one use ends all. */
@Entity
@Table(name = "set_up_link")
class SetUpLink extends PanacheEntityBase {

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

    static boolean exists(String digest) {
        return findById(digest) != null;
    }

    /** @return whether this caller was the one who used it, of however many that try at once */
    static boolean use(String digest) {
        var used = delete("digest", digest) == 1;
        if (used) {
            deleteAll();
        }
        return used;
    }
}
