package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A telephone number that the provider serves, and whose it is. */
@Entity
@Table(name = "telephone_number")
public class TelephoneNumber extends PanacheEntityBase {

    /** As many values as a statement of both databases takes without becoming slow. */
    private static final int ASKED_AT_ONCE = 1_000;

    /** E.164, such as {@code +12065550100}. */
    @Id
    public String number;

    @Column(name = "organization_id")
    public UUID organizationId;

    /** Gives the organization those of the numbers that nobody has yet. */
    public static void add(Organization organization, Collection<String> numbers) {
        var taken = ownersOf(numbers);
        numbers.stream().filter(number -> !taken.containsKey(number)).forEach(number -> {
            var added = new TelephoneNumber();
            added.number = number;
            added.organizationId = organization.id;
            added.persist();
        });
    }

    /** Takes the numbers from the organization; those of others stay. */
    public static void remove(Organization organization, Collection<String> numbers) {
        batches(numbers).forEach(batch -> delete("number in ?1 and organizationId = ?2", batch, organization.id));
    }

    /** @return whose each of the numbers is, as far as the provider serves them */
    public static Map<String, UUID> ownersOf(Collection<String> numbers) {
        var owners = new HashMap<String, UUID>();
        batches(numbers).forEach(batch -> TelephoneNumber.<TelephoneNumber>list("number in ?1", batch)
                .forEach(known -> owners.put(known.number, known.organizationId)));
        return owners;
    }

    private static List<List<String>> batches(Collection<String> numbers) {
        var all = new ArrayList<>(numbers);
        var batches = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            batches.add(all.subList(from, Math.min(from + ASKED_AT_ONCE, all.size())));
        }
        return batches;
    }

    static List<String> of(Organization organization) {
        return getEntityManager()
                .createQuery("select number from TelephoneNumber where organizationId = :organization", String.class)
                .setParameter("organization", organization.id)
                .getResultList();
    }
}
