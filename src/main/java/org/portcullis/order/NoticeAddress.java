package org.portcullis.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.portcullis.mail.AddressLinks;
import org.portcullis.organization.Organization;

/** An address that an organization's orders name for notifications, and its owner's answer. */
@Entity
@Table(name = "notice_address")
public class NoticeAddress extends PanacheEntityBase {

    /** The owner's answer. */
    enum State {
        WAITING, CONFIRMED,
        /**
         * The owner declined. No notifications about orders are sent there, nor new requests for consent, for
         * organizations without an earlier consent.
         */
        DECLINED
    }

    @Id
    UUID id;

    @Column(name = "organization_id")
    public UUID organizationId;

    /** In lower case. */
    public String address;

    @Enumerated(EnumType.STRING)
    State state;

    /** Id of the link in the last request for consent, until it is answered; see {@link AddressLinks}. */
    @Column(name = "link_id")
    UUID linkId;

    String digest;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** How often its owner was asked. */
    int asked;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** Finds or creates the row. Of two transactions that create it at once, the second waits for the first. */
    static NoticeAddress of(Organization organization, String address) {
        getEntityManager().createNativeQuery("""
                insert into notice_address (id, organization_id, address, state, asked)
                values (:id, :organization, :address, 'WAITING', 0) on conflict do nothing""")
                .setParameter("id", UUID.randomUUID())
                .setParameter("organization", organization.id)
                .setParameter("address", address)
                .executeUpdate();
        return byAddress(organization, List.of(address)).get(0);
    }

    static List<NoticeAddress> byAddress(Organization organization, Collection<String> addresses) {
        return list("organizationId = ?1 and address in ?2", organization.id, addresses);
    }

    static Optional<NoticeAddress> byDigest(String digest, Instant now) {
        return find("digest = ?1 and expiresAt > ?2 and state = ?3", digest, now, State.WAITING).firstResultOptional();
    }

    static boolean isDeclined(String address) {
        return count("address = ?1 and state = ?2", address, State.DECLINED) > 0;
    }

    static long askedSince(UUID organizationId, Instant since) {
        return count("organizationId = ?1 and askedAt > ?2", organizationId, since);
    }

    /** @return whether this call may ask now; of several concurrent calls, only one may */
    boolean ask(UUID link, String linkDigest, Instant now, Instant notSince, int most, Instant end) {
        return update("linkId = ?1, digest = ?2, expiresAt = ?3, asked = asked + 1, askedAt = ?4"
                + " where id = ?5 and state = ?6 and asked < ?7 and (askedAt is null or askedAt <= ?8)",
                link, linkDigest, end, now, id, State.WAITING, most, notSince) == 1;
    }

    /** @return whether this call recorded the answer; of several concurrent calls, only one does */
    static boolean answer(String digest, State said, Instant now) {
        return update("state = ?1, answeredAt = ?2, linkId = null, digest = null, expiresAt = null"
                + " where digest = ?3 and expiresAt > ?2 and state = ?4", said, now, digest, State.WAITING) == 1;
    }

    /** Other organizations that have named the address must not ask again, either. */
    static void declineWaiting(String address, Instant now) {
        update("state = ?1, answeredAt = ?2, linkId = null, digest = null, expiresAt = null where address = ?3 and state = ?4",
                State.DECLINED, now, address, State.WAITING);
    }
}
