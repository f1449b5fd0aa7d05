package org.portcullis.pin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.audit.AuditTrail.Actor;
import org.portcullis.organization.Organization;

/** That an organization has a port-out PIN, since when and by whom, and the digest that a tried PIN is compared with. */
@Entity
@Table(name = "port_out_pin")
public class PortOutPin extends PanacheEntityBase {

    /** A query for the ids of the organizations whose PIN was warned about, for queries about them. */
    public static final String IDS_GUESSABLE = "select p.organizationId from PortOutPin p where p.guessable = true";

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

    /** When somebody said that others may know it; absent while nobody did. */
    @Column(name = "compromised_at")
    public Instant compromisedAt;

    @Column(name = "compromised_by_id")
    UUID compromisedById;

    @Column(name = "compromised_by_name")
    public String compromisedByName;

    /** When a port-out was allowed with it, where it holds for one only. */
    @Column(name = "used_at")
    public Instant usedAt;

    /** When its organization was told that it will expire soon. */
    @Column(name = "expiry_announced_at")
    Instant expiryAnnouncedAt;

    /** When its organization was told that it has expired. */
    @Column(name = "expiry_told_at")
    Instant expiryToldAt;

    /** When its organization was reminded that it is old. */
    @Column(name = "reminded_at")
    Instant remindedAt;

    /** Whether it was warned about as easy to guess when it was set; why is not kept. */
    public boolean guessable;

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
     * PINs that something may have to be told of, those that were set first before the others.
     *
     * @param setBefore the PINs that were set at that moment or before
     */
    static List<PortOutPin> untold(PinNews news, Instant setBefore, int limit) {
        var told = switch (news) {
            case EXPIRES_SOON -> "expiryAnnouncedAt";
            case EXPIRED -> "expiryToldAt";
            case OLD -> "remindedAt";
            default -> throw new IllegalArgumentException(news + " is told when it happens");
        };
        return find("setAt <= ?1 and compromisedAt is null and " + told + " is null order by setAt, organizationId",
                setBefore)
                .page(0, limit).list();
    }

    /**
     * Sets or changes it, in a transaction that holds the organization's row: whoever comes second finds the revision
     * that the first one made.
     *
     * @param expectedRevision the revision that the form was made for
     * @param isGuessable whether it was warned about
     * @return whether it was still that one; if not, nothing has changed
     */
    static boolean set(Organization locked, int expectedRevision, String keyId, String digest, boolean isGuessable,
            Actor by, Instant now) {
        var found = of(locked.id);
        if (found.map(pin -> pin.revision).orElse(0) != expectedRevision) {
            return false;
        }
        var pin = found.orElseGet(PortOutPin::new);
        pin.organizationId = locked.id;
        pin.keyId = keyId;
        pin.digest = digest;
        pin.guessable = isGuessable;
        pin.setAt = now;
        pin.setById = by.id();
        pin.setByName = by.name();
        pin.revision = expectedRevision + 1;
        pin.beginAnew();
        pin.persist();
        return true;
    }

    /**
     * The rule without its settings; ask {@link PortOutPinLife} for the rule with them.
     *
     * @param expiresAfter how long a PIN holds; nothing where it holds for ever
     * @return why it can't be used, although it is set
     */
    Optional<Unusable> unusable(Instant now, Optional<Period> expiresAfter, boolean singleUse) {
        if (compromisedAt != null) {
            return Optional.of(Unusable.COMPROMISED);
        }
        if (singleUse && usedAt != null) {
            return Optional.of(Unusable.USED);
        }
        return expiresAfter.filter(period -> !now.isBefore(after(period))).map(period -> Unusable.EXPIRED);
    }

    /** @return the moment so long after it was set, by the calendar of UTC */
    Instant after(Period period) {
        return setAt.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    void compromise(Actor by, Instant now) {
        compromisedAt = now;
        compromisedById = by.id();
        compromisedByName = by.name();
    }

    /** Once a PIN has come to its end, there is no use in telling what leads there. */
    void told(PinNews news, Instant now) {
        if (news == PinNews.OLD || news == PinNews.EXPIRED || news == PinNews.USED) {
            remindedAt = now;
        }
        if (news == PinNews.EXPIRES_SOON || news == PinNews.EXPIRED || news == PinNews.USED) {
            expiryAnnouncedAt = now;
        }
        if (news == PinNews.EXPIRED || news == PinNews.USED) {
            expiryToldAt = now;
        }
    }

    private void beginAnew() {
        compromisedAt = null;
        compromisedById = null;
        compromisedByName = null;
        usedAt = null;
        expiryAnnouncedAt = null;
        expiryToldAt = null;
        remindedAt = null;
    }
}
