package org.portcullis.portout.carrier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portcullis.web.http.AddressRange;

/** A carrier or platform that may ask over one protocol. One that uses two protocols has two rows. */
@Entity
@Table(name = "carrier")
public class Carrier extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    @Column(name = "name_key")
    String nameKey;

    @Enumerated(EnumType.STRING)
    public Protocol protocol;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The name of the desk user. */
    @Column(name = "created_by")
    public String createdBy;

    /** When the carrier as a whole was revoked; absent if it was not. */
    @Column(name = "revoked_at")
    public Instant revokedAt;

    @Column(name = "revoked_by")
    public String revokedBy;

    @Enumerated(EnumType.STRING)
    public RequiredProof proof = RequiredProof.SECRET;

    /** One range a line; empty if any address is allowed. */
    @Column(name = "address_ranges")
    String addressRanges = "";

    /** Counts the changes of the carrier's restrictions. */
    public int revision;

    /**
     * When a valid credential was last refused for its address or for a missing certificate, to the minute; or absent.
     */
    @Column(name = "kept_out_at")
    public Instant keptOutAt;

    /** The client's address. */
    @Column(name = "kept_out_from")
    public String keptOutFrom;

    @Column(name = "kept_out_for")
    @Enumerated(EnumType.STRING)
    public RestrictionRefusal keptOutFor;

    static Carrier create(UUID id, String name, Protocol protocol, String who, Instant now) {
        var carrier = new Carrier();
        carrier.id = id;
        carrier.name = name;
        carrier.nameKey = key(name);
        carrier.protocol = protocol;
        carrier.createdAt = now;
        carrier.createdBy = who;
        carrier.persistAndFlush();
        return carrier;
    }

    static Optional<Carrier> byId(UUID id) {
        return findByIdOptional(id);
    }

    /** Takes the row lock: one transaction at a time changes the carrier and its secrets. */
    static Carrier byIdForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static Optional<Carrier> named(String name, Protocol protocol) {
        return find("nameKey = ?1 and protocol = ?2", key(name), protocol).firstResultOptional();
    }

    /** @return all carriers by name */
    static List<Carrier> inOrder() {
        return list("order by nameKey, protocol");
    }

    /** An update query, so that concurrent requests don't wait for a transaction that changes the carrier. */
    static void keptOut(UUID id, RestrictionRefusal reason, String address, Instant now) {
        update("keptOutAt = ?1, keptOutFrom = ?2, keptOutFor = ?3 where id = ?4", now, address, reason, id);
    }

    /** @return the ranges that it may ask from; empty if any address is allowed */
    public List<AddressRange> getRanges() {
        return addressRanges.lines().map(line -> AddressRange.read(line).orElseThrow()).toList();
    }

    void restrict(List<AddressRange> ranges, RequiredProof needed) {
        addressRanges = ranges.stream().map(AddressRange::toString).collect(Collectors.joining("\n"));
        proof = needed;
        revision++;
    }

    /** @return the conditions for its requests; certificates are only loaded if it has to show one */
    CredentialConditions admission() {
        return new CredentialConditions(getRanges(), proof,
                proof.isWithCertificate() ? CarrierCertificate.fingerprints(id) : Set.of());
    }

    CarrierIdentity asIdentity() {
        return new CarrierIdentity(id, name, protocol);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
