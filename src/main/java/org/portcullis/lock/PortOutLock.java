package org.portcullis.lock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Batches;

/**
 * A lock that keeps an organization, or one of its numbers, from being ported out; with when and by whom it was set.
 */
@Entity
@Table(name = "port_out_lock")
@IdClass(PortOutLock.Key.class)
public class PortOutLock extends PanacheEntityBase {

    /** Stands in place of the number in the lock on the whole organization. */
    private static final String WHOLE = "";

    @Id
    @Column(name = "organization_id")
    UUID organizationId;

    /** E.164; empty for the lock on the whole organization. */
    @Id
    public String number;

    @Column(name = "set_at")
    public Instant setAt;

    @Column(name = "set_by_id")
    UUID setById;

    /** Absent if the lock was not set by a user of the portal. */
    @Column(name = "set_by_name")
    public String setByName;

    /** The primary key: one lock for each organization and number. */
    public record Key(UUID organizationId, String number) {
    }

    /** @return whether the whole organization is locked; single numbers may be locked as well */
    public static boolean isWhole(UUID organizationId) {
        return whole(organizationId).isPresent();
    }

    /** @return the lock on the whole organization, if there is one */
    public static Optional<PortOutLock> whole(UUID organizationId) {
        return findByIdOptional(new Key(organizationId, WHOLE));
    }

    /** @return those of the numbers that are locked singly; the lock on the whole organization is not considered */
    public static Set<String> lockedAmong(UUID organizationId, Collection<String> e164) {
        if (e164.size() > Batches.ASKED_AT_ONCE) {
            // A query with both lists makes the embedded database compare each number with every lock.
            var locked = new HashSet<>(numbers(organizationId));
            locked.retainAll(Set.copyOf(e164));
            return locked;
        }
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select number from PortOutLock where organizationId = :organization and number in :numbers",
                        String.class)
                .setParameter("organization", organizationId)
                .setParameter("numbers", e164)
                .getResultList());
    }

    public static long countNumbers(UUID organizationId) {
        return count("organizationId = ?1 and number > ?2", organizationId, WHOLE);
    }

    /**
     * @param page from 0
     * @return that page of the locks on single numbers, sorted by number
     */
    static List<PortOutLock> ofNumbers(UUID organizationId, int page, int size) {
        return find("organizationId = ?1 and number > ?2 order by number", organizationId, WHOLE).page(page, size)
                .list();
    }

    /** @return all numbers that are locked singly */
    static List<String> numbers(UUID organizationId) {
        return getEntityManager()
                .createQuery(
                        "select number from PortOutLock where organizationId = :organization and number > :whole order by number",
                        String.class)
                .setParameter("organization", organizationId)
                .setParameter("whole", WHOLE)
                .getResultList();
    }

    static void setWhole(UUID organizationId, Actor by, Instant now) {
        set(organizationId, Set.of(WHOLE), by, now);
    }

    /** Locks numbers that are not locked yet. The caller's transaction holds the organization's row lock. */
    static void set(UUID organizationId, Collection<String> numbers, Actor by, Instant now) {
        numbers.forEach(number -> {
            var lock = new PortOutLock();
            lock.organizationId = organizationId;
            lock.number = number;
            lock.setAt = now;
            lock.setById = by.id();
            lock.setByName = by.name();
            lock.persist();
        });
    }

    static void removeWhole(UUID organizationId) {
        remove(organizationId, Set.of(WHOLE));
    }

    static void removeNumbers(UUID organizationId) {
        delete("organizationId = ?1 and number > ?2", organizationId, WHOLE);
    }

    static void remove(UUID organizationId, Collection<String> numbers) {
        Batches.of(numbers).forEach(batch -> delete("organizationId = ?1 and number in ?2", organizationId, batch));
    }
}
