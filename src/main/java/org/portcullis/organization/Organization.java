package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A customer of the provider: a business with telephone numbers, port orders and, in the United States, a port-out PIN. */
@Entity
@Table(name = "organization")
public class Organization extends PanacheEntityBase {

    /** A query for the ids of those whose name matches {@code :organization}, for queries about what belongs to them. */
    public static final String IDS_BY_NAME = "select o.id from Organization o where lower(o.name) like :organization escape '!'";

    private static final String FRANCE = "FR";

    @Id
    public UUID id;

    public String name;

    /** ISO 3166-1 alpha-2. */
    public String country;

    @Column(name = "time_zone")
    public ZoneId timeZone;

    /** The numbers of the organization's accounts with the provider, each once; the first is the main one. */
    @ElementCollection
    @CollectionTable(name = "organization_account_number", joinColumns = @JoinColumn(name = "organization_id"))
    @OrderColumn(name = "place")
    @Column(name = "number")
    public List<String> accountNumbers = new ArrayList<>();

    @Embedded
    public Address address;

    /** Billing telephone number in E.164; absent as long as the desk has not entered it. */
    public String btn;

    /** Name of the person who last changed the above; null if unchanged since the portal records it. */
    @Column(name = "changed_by")
    public String changedBy;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Version
    public int version;

    /** @return it with its account numbers, or null */
    public static Organization byId(UUID id) {
        return Organization
                .<Organization>find("from Organization o left join fetch o.accountNumbers where o.id = ?1", id)
                .singleResultOptional().orElse(null);
    }

    /** @return ISO 3166-1 alpha-2 codes of all countries that there is an organization in */
    public static List<String> countries() {
        return getEntityManager().createQuery("select distinct country from Organization", String.class)
                .getResultList();
    }

    /** Locks the organization, so that only one transaction at a time changes data that concern it as a whole. */
    public static Organization byIdForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * @param text a part of the name, possibly empty
     * @param limit the most organizations to return
     * @return the organizations whose name holds it, by name
     */
    public static List<Organization> named(String text, int limit) {
        return named(text, 0, limit);
    }

    /**
     * @param text a part of the name, possibly empty
     * @param page from 0
     * @return that page of the organizations whose name holds it, by name
     */
    public static List<Organization> named(String text, int page, int size) {
        return find("lower(name) like ?1 escape '!' order by name, id", SearchText.containing(text)).page(page, size)
                .list();
    }

    /**
     * @param among a query for the ids of those that are looked for
     * @param page from 0
     */
    public static List<Organization> namedAmong(String text, String among, int page, int size) {
        return find("lower(name) like ?1 escape '!' and id in (" + among + ") order by name, id",
                SearchText.containing(text)).page(page, size).list();
    }

    public static long countNamedAmong(String text, String among) {
        return count("lower(name) like ?1 escape '!' and id in (" + among + ")", SearchText.containing(text));
    }

    public static long countNamed(String text) {
        return count("lower(name) like ?1 escape '!'", SearchText.containing(text));
    }

    /** @return the names of these organizations, by id */
    public static Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of()
                : Organization.<Organization>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(organization -> organization.id, organization -> organization.name));
    }

    /** @return the main account number, or null */
    public String getAccountNumber() {
        return accountNumbers.isEmpty() ? null : accountNumbers.get(0);
    }

    /** @return the ZIP code of its address, or null */
    public String getZip() {
        return address == null ? null : address.zip;
    }

    /** Rule 1 of the port-out PIN: it is used only there. */
    public boolean isInUnitedStates() {
        return UnitedStates.CODE.equals(country);
    }

    /** @return the language to write to its people in, as long as they chose none */
    public Locale language() {
        return FRANCE.equals(country) ? Locale.FRANCE : Locale.US;
    }

    /** @return all its telephone numbers in E.164 */
    public List<String> telephoneNumbers() {
        return TelephoneNumber.of(this);
    }
}
