package org.portcullis.portoutpin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/** That an organization has a port-out PIN, since when and by whom, and the digest that a tried PIN is compared with. */
@Entity
@Table(name = "port_out_pin")
public class PortOutPin extends PanacheEntityBase {

    @Id
    @Column(name = "organization_id")
    UUID organizationId;

    /** Which of the server's keys is in the digest. */
    @Column(name = "key_id")
    String keyId;

    String digest;

    @Column(name = "set_at")
    public Instant setAt;

    @Column(name = "set_by_id")
    UUID setById;

    @Column(name = "set_by_name")
    public String setByName;

    /** How many times it was set; a form shows which one it was made for. */
    public int revision;

    @Version
    int version;

    public static Optional<PortOutPin> of(UUID organizationId) {
        return findByIdOptional(organizationId);
    }

    /** @return 0 while there is none */
    public static int revisionOf(UUID organizationId) {
        return of(organizationId).map(pin -> pin.revision).orElse(0);
    }

    static List<String> keyIds() {
        return getEntityManager().createQuery("select distinct keyId from PortOutPin", String.class).getResultList();
    }

    /**
     * Sets or changes it, in a transaction that holds the organization's row: whoever comes second finds the revision
     * that the first one made.
     *
     * @param expectedRevision the revision that the form was made for
     * @return whether it was still that one; if not, nothing has changed
     */
    static boolean set(Organization locked, int expectedRevision, String keyId, String digest, Actor by, Instant now) {
        var found = of(locked.id);
        if (found.map(pin -> pin.revision).orElse(0) != expectedRevision) {
            return false;
        }
        var pin = found.orElseGet(PortOutPin::new);
        pin.organizationId = locked.id;
        pin.keyId = keyId;
        pin.digest = digest;
        pin.setAt = now;
        pin.setById = by.id();
        pin.setByName = by.name();
        pin.revision = expectedRevision + 1;
        pin.persist();
        return true;
    }
}
