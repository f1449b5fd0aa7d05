package org.portcullis.account.keptform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A form that is kept for one person; encrypted. */
@Entity
@Table(name = "kept_form")
class KeptForm extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "kept_at")
    Instant keptAt;

    /** An encrypted {@link Origin}. */
    byte[] origin;

    /** An encrypted {@link SentForm}; null once it is no longer kept. */
    byte[] content;

    static KeptForm keep(UUID id, UUID userId, Instant now, byte[] origin, byte[] content) {
        var form = new KeptForm();
        form.id = id;
        form.userId = userId;
        form.keptAt = now;
        form.origin = origin;
        form.content = content;
        form.persist();
        return form;
    }

    /** @return the form, if it belongs to that person */
    static Optional<KeptForm> of(UUID userId, UUID id) {
        return find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
    }

    static void remove(UUID userId, UUID id) {
        delete("id = ?1 and userId = ?2", id, userId);
    }

    /** Removes all but the newest of a person's forms. */
    static void removeOldestOf(UUID userId, int most) {
        List<UUID> ids = find("select id from KeptForm where userId = ?1 order by keptAt desc, id", userId)
                .project(UUID.class).list();
        if (ids.size() > most) {
            delete("id in ?1", ids.subList(most, ids.size()));
        }
    }

    static void emptyBefore(Instant kept) {
        update("content = null where keptAt <= ?1 and content is not null", kept);
    }

    static void removeBefore(Instant kept) {
        delete("keptAt <= ?1", kept);
    }
}
