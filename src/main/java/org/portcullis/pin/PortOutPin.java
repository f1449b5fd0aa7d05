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

/** An organization's port-out PIN: when and by whom it was set, and the digest that PIN attempts are compared with. */
@Entity
@Table(name = "port_out_pin")
public class PortOutPin extends PanacheEntityBase {

    /** A subquery for the ids of the organizations that have a PIN despite a warning that it is easy to guess. */
    public static final String IDS_GUESSABLE = "select p.organizationId from PortOutPin p where p.guessable = true";

    @Id
    @Column(name = "organization_id")
    UUID organizationId;

    /** The id of the server key that the digest was made with. */
    @Column(name = "key_id")
    String keyId;

    String digest;

    @Column(name = "set_at")
    public Instant setAt;

    @Column(name = "set_by_id")
    UUID setById;

    @Column(name = "set_by_name")
    public String setByName;

    /** When a user of the organization reported that others may know the PIN; absent if none has. */
    @Column(name = "compromised_at")
    public Instant compromisedAt;

    @Column(name = "compromised_by_id")
    UUID compromisedById;

    @Column(name = "compromised_by_name")
    public String compromisedByName;

    /** When a port-out was allowed with the PIN; only set if PINs are valid for one port-out. */
    @Column(name = "used_at")
    public Instant usedAt;

    /** When the organization was told that the PIN will expire soon. */
    @Column(name = "expiry_announced_at")
    Instant expiryAnnouncedAt;

    /** When the organization was told that the PIN has expired. */
    @Column(name = "expiry_told_at")
    Instant expiryToldAt;

    /** When the organization was reminded that the PIN is old. */
    @Column(name = "reminded_at")
    Instant remindedAt;

    /** Whether the user was warned that the PIN is easy to guess; the reason is not stored. */
    public boolean guessable;

    /** How many times the PIN was set; forms carry it to detect concurrent changes. */
    public int revision;

    @Version
    int version;

    public static Optional<PortOutPin> of(UUID organizationId) {
        return findByIdOptional(organizationId);
    }

    /** @return 0 if there is no PIN */
    public static int revisionOf(UUID organizationId) {
        return of(organizationId).map(pin -> pin.revision).orElse(0);
    }

    static List<String> keyIds() {
        return getEntityManager().createQuery("select distinct keyId from PortOutPin", String.class).getResultList();
    }

    /**
     * The PINs for which this e-mail may be due, oldest first.
     *
     * @param setBefore only PINs that were set at or before this moment
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
     * Sets or changes the PIN in a transaction that holds the organization's row lock, so that of two concurrent
     * changes the second sees the revision of the first.
     *
     * @param expectedRevision the revision that the form was made for
     * @param isGuessable whether the user was warned that the PIN is easy to guess
     * @return whether the revision matched; if not, nothing has changed
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
     * Applies the rule to given settings; callers that don't have the settings use {@link PortOutPinLife}.
     *
     * @param expiresAfter how long a PIN is valid; empty if PINs don't expire
     * @return why the PIN can't be used, although it is set
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

    /** @return the moment this long after the PIN was set, by the UTC calendar */
    Instant after(Period period) {
        return setAt.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    void compromise(Actor by, Instant now) {
        compromisedAt = now;
        compromisedById = by.id();
        compromisedByName = by.name();
    }

    /** Once a PIN has ended, its earlier reminders are obsolete and marked as sent, too. */
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
