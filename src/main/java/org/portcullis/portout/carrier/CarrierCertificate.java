package org.portcullis.portout.carrier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A client certificate that identifies a carrier. The row is deleted when the desk removes the certificate. If only its
 * fingerprint was registered, the certificate's own data is absent until it is first shown.
 */
@Entity
@Table(name = "carrier_certificate")
public class CarrierCertificate extends PanacheEntityBase {

    /** How long before its expiry the desk is warned: some carriers need weeks to renew it. */
    private static final Duration WARNED_BEFORE = Duration.ofDays(30);
    /** A character that no user name contains. */
    private static final char NO_USER_NAME = '\n';

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Carrier carrier;

    /** The protocol of the carrier. */
    @Enumerated(EnumType.STRING)
    Protocol protocol;

    /** SHA-256 in lower-case hex. */
    public String fingerprint;

    public String subject;

    public String issuer;

    @Column(name = "begins_at")
    public Instant beginsAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The name of the desk user. */
    @Column(name = "created_by")
    public String createdBy;

    /** To the minute. */
    @Column(name = "last_used_at")
    public Instant lastUsedAt;

    static CarrierCertificate create(UUID id, Carrier carrier, CertificateText.Read read, String who, Instant now) {
        var certificate = new CarrierCertificate();
        certificate.id = id;
        certificate.carrier = carrier;
        certificate.protocol = carrier.protocol;
        certificate.fingerprint = read.fingerprint();
        if (read.certificate() != null) {
            certificate.tell(read.certificate());
        }
        certificate.createdAt = now;
        certificate.createdBy = who;
        certificate.persistAndFlush();
        return certificate;
    }

    private void tell(PresentedCertificate shown) {
        subject = shown.subject();
        issuer = shown.issuer();
        beginsAt = shown.beginsAt();
        endsAt = shown.endsAt();
    }

    /** @return newest first */
    static List<CarrierCertificate> of(UUID carrierId) {
        return list("carrier.id = ?1 order by createdAt desc, id", carrierId);
    }

    static List<CarrierCertificate> ofAll() {
        return list("from CarrierCertificate c join fetch c.carrier order by c.createdAt desc, c.id");
    }

    static Set<String> fingerprints(UUID carrierId) {
        return of(carrierId).stream().map(certificate -> certificate.fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<CarrierCertificate> byId(UUID id) {
        return findByIdOptional(id);
    }

    static Optional<CarrierCertificate> byFingerprint(Protocol protocol, String fingerprint) {
        return find("from CarrierCertificate c join fetch c.carrier where c.protocol = ?1 and c.fingerprint = ?2",
                protocol, fingerprint)
                .firstResultOptional();
    }

    /** @return the certificate, if it belongs to a carrier that is identified by certificate alone */
    static Optional<CarrierCertificate> standingAlone(Protocol protocol, String fingerprint) {
        return byFingerprint(protocol, fingerprint)
                .filter(certificate -> certificate.carrier.proof == RequiredProof.CERTIFICATE);
    }

    /** @return the certificates of carriers that are identified by certificate alone and are not revoked */
    static List<CarrierCertificate> allStandingAlone() {
        return list("from CarrierCertificate c join fetch c.carrier a where a.proof = ?1 and a.revokedAt is null",
                RequiredProof.CERTIFICATE);
    }

    static void removeAll(UUID carrierId) {
        delete("carrier.id = ?1", carrierId);
    }

    /** Conditional update queries, so that of many concurrent requests one writes. */
    static void used(UUID carrierId, PresentedCertificate shown, Instant now, Duration step) {
        update("subject = ?1, issuer = ?2, beginsAt = ?3, endsAt = ?4 where carrier.id = ?5 and fingerprint = ?6 and endsAt is null",
                shown.subject(), shown.issuer(), shown.beginsAt(), shown.endsAt(), carrierId, shown.fingerprint());
        update("lastUsedAt = ?1 where carrier.id = ?2 and fingerprint = ?3 and (lastUsedAt is null or lastUsedAt <= ?4)",
                now, carrierId, shown.fingerprint(), now.minus(step));
    }

    /** @return the cache key of a certificate that stands for a secret */
    static String key(Protocol protocol, String fingerprint) {
        return protocol.name() + NO_USER_NAME + fingerprint;
    }

    String key() {
        return key(protocol, fingerprint);
    }

    /**
     * @return when the last of the carrier's required certificates expires; null unless that is soon and has not passed
     */
    static Instant soonEnd(Carrier carrier, List<CarrierCertificate> certificates, Instant now) {
        if (!carrier.proof.isWithCertificate()
                || certificates.stream().anyMatch(each -> each.state(now) == SecretState.LIVE)) {
            return null;
        }
        return certificates.stream().filter(each -> each.state(now) == SecretState.EXPIRING).map(each -> each.endsAt)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /** @return the state at that time; {@link SecretState#LIVE} if the validity is not known yet */
    public SecretState state(Instant now) {
        if (endsAt == null || endsAt.isAfter(now.plus(WARNED_BEFORE))) {
            return SecretState.LIVE;
        }
        return endsAt.isAfter(now) ? SecretState.EXPIRING : SecretState.EXPIRED;
    }

    /** @return the fingerprint in OpenSSL's notation */
    public String getWritten() {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    KnownCredential asKnown() {
        return new KnownCredential(id, carrier.asIdentity(), null, null, null, carrier.revokedAt != null, lastUsedAt,
                carrier.admission());
    }
}
