package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A telephone number that the provider serves, and whose it is. */
@Entity
@Table(name = "telephone_number")
public class TelephoneNumber extends PanacheEntityBase {

    /** E.164, such as {@code +12065550100}. */
    @Id
    public String number;

    @Column(name = "organization_id")
    public UUID organizationId;

    /** Gives a number that is nobody's yet to the organization. */
    public static TelephoneNumber give(String e164, Organization organization) {
        var number = new TelephoneNumber();
        number.number = e164;
        number.organizationId = organization.id;
        number.persist();
        return number;
    }

    static List<String> of(Organization organization) {
        return getEntityManager()
                .createQuery("select number from TelephoneNumber where organizationId = :organization", String.class)
                .setParameter("organization", organization.id)
                .getResultList();
    }

    /**
     * @param digits that the numbers hold; empty for all of them
     * @param page from 0
     * @return that page of the organization's numbers, in order
     */
    public static List<String> of(UUID organizationId, String digits, int page, int size) {
        return getEntityManager()
                .createQuery("select number from TelephoneNumber where organizationId = :organization and number like :pattern"
                        + " order by number", String.class)
                .setParameter("organization", organizationId)
                .setParameter("pattern", "%" + digits + "%")
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
    }

    public static long countOf(UUID organizationId, String digits) {
        return digits.isEmpty() ? count("organizationId", organizationId)
                : count("organizationId = ?1 and number like ?2", organizationId, "%" + digits + "%");
    }

    public static boolean belongsTo(UUID organizationId, String e164) {
        return count("number = ?1 and organizationId = ?2", e164, organizationId) == 1;
    }

    /** @return whether it was there, of however many that take it away at once */
    public static boolean remove(UUID organizationId, String e164) {
        return delete("number = ?1 and organizationId = ?2", e164, organizationId) == 1;
    }

    /** @return the organization of each of these numbers that has one, by number */
    static Map<String, UUID> owners(Collection<String> e164) {
        return TelephoneNumber.<TelephoneNumber>list("number in ?1", e164).stream()
                .collect(Collectors.toMap(found -> found.number, found -> found.organizationId));
    }
}
