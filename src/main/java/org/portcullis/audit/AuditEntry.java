package org.portcullis.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened. It is added once; only its place in the chain is given to it later. It never holds a PIN, a
 * password or a key. What may stand in it although the portal never wrote it is read as text.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {

    /** After every entry. */
    static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    @Column(updatable = false)
    public UUID id;

    @Column(updatable = false)
    public Instant at;

    /** The name of an {@link AuditEvent}. */
    @Column(updatable = false)
    public String event;

    /** Who did it; absent where no person was signed in and no account is concerned. */
    @Column(name = "actor_id", updatable = false)
    public UUID actorId;

    /** The name at that time, so that the row still tells it when the account is gone. */
    @Column(name = "actor_name", updatable = false)
    public String actorName;

    @Column(name = "organization_id", updatable = false)
    public UUID organizationId;

    /** What or whom it was done to, where that is not who did it. */
    @Column(name = "subject_id", updatable = false)
    public UUID subjectId;

    @Column(name = "subject_name", updatable = false)
    public String subjectName;

    /** What the event alone does not say, such as from which state to which; never anything secret. */
    @Column(updatable = false)
    public String detail;

    /** The network address that it was asked for from. */
    @Column(updatable = false)
    public String address;

    /** Whether it was there before entries carried digests: changes made until then can't be found. */
    public boolean adopted;

    @Column(name = "key_id")
    String keyId;

    /** Of all that stands above, see {@link AuditDigest}; null on an entry from before there were digests. */
    String digest;

    /** Its place in the chain, from 1, without a gap; null until it is sealed. */
    public Long sequence;

    @Column(name = "link_key_id")
    String linkKeyId;

    /** Of the entry before it, its place and its digest. */
    String link;

    /** @return what happened; nothing for an event that the portal doesn't know */
    public Optional<AuditEvent> event() {
        return Arrays.stream(AuditEvent.values()).filter(known -> known.name().equals(event)).findFirst();
    }

    /** What its link is made of; an entry without a digest gets a link too, so that it is found where it stands. */
    String digestOrNone() {
        return digest == null ? "" : digest;
    }

    /** @return the oldest that have no place in the chain yet */
    static List<AuditEntry> unsealed(int limit) {
        return find("sequence is null order by sequence, at, id").page(0, limit).list();
    }

    /** @return the next of those that have no place in the chain yet, after that moment and id */
    static List<AuditEntry> unsealedAfter(Instant at, UUID id, int limit) {
        return find("sequence is null and at >= ?1 and (at > ?1 or id > ?2) order by sequence, at, id", at, id)
                .page(0, limit).list();
    }

    public static long countUnsealed() {
        return count("sequence is null");
    }

    static boolean isAnySealed() {
        return find("sequence is not null").page(0, 1).firstResult() != null;
    }

    static Optional<AuditEntry> lastSealed() {
        return find("sequence is not null order by sequence desc, at desc, id desc").page(0, 1).firstResultOptional();
    }

    /** @return the last in the chain of those that were written until then */
    static Optional<AuditEntry> lastSealedUntil(Instant at) {
        return find("sequence is not null and at <= ?1 order by sequence desc", at).page(0, 1).firstResultOptional();
    }

    /** @return all of that event, the oldest first */
    static List<AuditEntry> ofEvent(AuditEvent event) {
        return list("event = ?1 order by at, id", event.name());
    }

    static Optional<AuditEntry> at(long sequence) {
        return find("sequence = ?1 order by at, id", sequence).page(0, 1).firstResultOptional();
    }

    /** @return up to {@code limit} in the order of the chain, beyond the place and, at the same number, beyond that moment and id */
    static List<AuditEntry> inChain(Place after, long upTo, int limit) {
        return find(
                "sequence >= ?1 and sequence <= ?2 and (sequence > ?1 or at > ?3 or at = ?3 and id > ?4) order by sequence, at, id",
                after.sequence, upTo, after.at, after.id).page(0, limit).list();
    }

    /** Where reading stopped. A number occurs twice only where the table was tampered with. */
    record Place(long sequence, Instant at, UUID id) {

        /** @return beyond all that has this number */
        static Place after(long sequence) {
            return new Place(sequence, LAST, new UUID(-1, -1));
        }

        static Place of(AuditEntry entry) {
            return new Place(entry.sequence, entry.at, entry.id);
        }
    }

    /** @return the numbers of every so many-th sealed entry */
    @SuppressWarnings("unchecked")
    static List<Long> everySealed(int many) {
        List<Number> found = getEntityManager()
                .createNativeQuery("select sequence from (select sequence, row_number() over"
                        + " (order by sequence) as place from audit_entry where sequence is not null) numbered where mod(place, :many) = 0"
                        + " order by sequence")
                .setParameter("many", many).getResultList();
        return found.stream().map(Number::longValue).distinct().toList();
    }

    /** @return those of the ids that are there and have their place, or have none yet */
    static List<UUID> present(Collection<UUID> ids, boolean sealed) {
        return getEntityManager().createQuery("select id from AuditEntry where id in :ids and sequence is "
                + (sealed ? "not " : "") + "null", UUID.class).setParameter("ids", ids).getResultList();
    }

    static long prune(long after, long upTo) {
        return delete("sequence > ?1 and sequence <= ?2", after, upTo);
    }

    static void forgetRead() {
        getEntityManager().clear();
    }
}
