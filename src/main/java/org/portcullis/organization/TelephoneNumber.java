package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A telephone number that the provider serves, and its organization. */
@Entity
@Table(name = "telephone_number")
public class TelephoneNumber extends PanacheEntityBase {

    /** E.164, such as {@code +12065550100}. */
    @Id
    public String number;

    @Column(name = "organization_id")
    public UUID organizationId;

    /** Whether it is in service. If not, it still belongs to the organization, but can't be ported out. */
    public boolean active = true;

    /** Assigns those of the numbers to the organization that have none yet. */
    public static void add(Organization organization, Collection<String> numbers) {
        var taken = ownersOf(numbers);
        numbers.stream().filter(number -> !taken.containsKey(number)).forEach(number -> give(number, organization));
    }

    /** Removes the numbers from the organization; those of other organizations stay. */
    public static void remove(Organization organization, Collection<String> numbers) {
        Batches.of(numbers).forEach(batch -> delete("number in ?1 and organizationId = ?2", batch, organization.id));
    }

    /** @return the organization of each number that the provider serves */
    public static Map<String, UUID> ownersOf(Collection<String> numbers) {
        var owners = new HashMap<String, UUID>();
        byNumbers(numbers).forEach((number, known) -> owners.put(number, known.organizationId));
        return owners;
    }

    /** @return those of the numbers that the provider serves, by number */
    public static Map<String, TelephoneNumber> byNumbers(Collection<String> numbers) {
        var served = new HashMap<String, TelephoneNumber>();
        Batches.of(numbers).forEach(batch -> TelephoneNumber.<TelephoneNumber>list("number in ?1", batch)
                .forEach(known -> served.put(known.number, known)));
        return served;
    }

    /** Assigns a number without an organization to this organization. */
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
    public static List<TelephoneNumber> of(UUID organizationId, String digits, int page, int size) {
        return find("organizationId = ?1 and number like ?2 order by number", organizationId, "%" + digits + "%")
                .page(page, size).list();
    }

    /** @return those of the organization's numbers that are out of service, in order */
    public static List<String> inactiveOf(UUID organizationId) {
        return getEntityManager()
                .createQuery(
                        "select number from TelephoneNumber where organizationId = :organization and active = false order by number",
                        String.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /** @return whether this call changed it; of several concurrent calls, only one does */
    public static boolean activate(UUID organizationId, String e164, boolean active) {
        return update("active = ?1 where number = ?2 and organizationId = ?3 and active <> ?1", active, e164,
                organizationId) == 1;
    }

    public static long countOf(UUID organizationId, String digits) {
        return digits.isEmpty() ? count("organizationId", organizationId)
                : count("organizationId = ?1 and number like ?2", organizationId, "%" + digits + "%");
    }

    public static boolean belongsTo(UUID organizationId, String e164) {
        return count("number = ?1 and organizationId = ?2", e164, organizationId) == 1;
    }

    /** @return whether this call removed it; of several concurrent calls, only one does */
    public static boolean remove(UUID organizationId, String e164) {
        return delete("number = ?1 and organizationId = ?2", e164, organizationId) == 1;
    }
}
