package org.portcullis.organization;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** A telephone number that the provider serves, and whose it is. */
@Entity
@Table(name = "telephone_number")
public class TelephoneNumber extends PanacheEntityBase {

    /** E.164, such as {@code +12065550100}. */
    @Id
    public String number;

    @Column(name = "organization_id")
    public UUID organizationId;

    static List<String> of(Organization organization) {
        return getEntityManager()
                .createQuery("select number from TelephoneNumber where organizationId = :organization", String.class)
                .setParameter("organization", organization.id)
                .getResultList();
    }
}
