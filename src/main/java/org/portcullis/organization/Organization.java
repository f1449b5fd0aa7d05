package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A customer of the provider: a business with telephone numbers, port orders and, in the United States, a port-out PIN. */
@Entity
@Table(name = "organization")
public class Organization extends PanacheEntityBase {

    private static final String UNITED_STATES = "US";
    private static final String FRANCE = "FR";

    @Id
    public UUID id;

    public String name;

    /** ISO 3166-1 alpha-2. */
    public String country;

    @Column(name = "time_zone")
    public ZoneId timeZone;

    /** The number of the organization's account with the provider. */
    @Column(name = "account_number")
    public String accountNumber;

    @Embedded
    public Address address;

    /** Billing telephone number in E.164; absent as long as the desk has not entered it. */
    public String btn;

    @Version
    public int version;

    public static Organization byId(UUID id) {
        return findById(id);
    }

    /** Lets one transaction at a time change what belongs to the organization as a whole. */
    public static Organization byIdForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * @param text a part of the name, possibly empty
     * @param limit the most organizations to return
     * @return the organizations whose name holds it, by name
     */
    public static List<Organization> named(String text, int limit) {
        return find("lower(name) like ?1 escape '!' order by name, id", SearchText.containing(text)).page(0, limit).list();
    }

    /** @return the ZIP code of its address, or null */
    public String getZip() {
        return address == null ? null : address.zip;
    }

    /** Rule 1 of the port-out PIN: it is used only there. */
    public boolean isInUnitedStates() {
        return UNITED_STATES.equals(country);
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
