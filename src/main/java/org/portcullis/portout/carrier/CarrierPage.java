package org.portcullis.portout.carrier;

import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A carrier with the history of its credentials, and its current client certificates, newest first.
 *
 * @param now when the page is made
 */
public record CarrierPage(Carrier carrier, List<CarrierSecret> secrets, List<CarrierCertificate> certificates,
        Instant now) {

    /** @throws NotFoundException if there is no such carrier */
    static CarrierPage of(UUID id, Instant now) {
        return new CarrierPage(Carrier.byId(id).orElseThrow(NotFoundException::new), CarrierSecret.of(id),
                CarrierCertificate.of(id), now);
    }

    public SecretState state(CarrierSecret secret) {
        return secret.state(now);
    }

    /** @return the id of the newest credential, or null */
    public UUID getLatest() {
        return secrets.isEmpty() ? null : secrets.get(0).id;
    }

    public SecretState state(CarrierCertificate certificate) {
        return certificate.state(now);
    }

    /** @return whether any of its secrets is valid, regardless of certificates */
    public boolean isOpen() {
        return carrier.revokedAt == null && secrets.stream().anyMatch(secret -> secret.state(now).isOpen());
    }

    /** @return whether the carrier needs a certificate, and has no valid one */
    public boolean isWithoutCertificate() {
        return carrier.revokedAt == null && carrier.proof.isWithCertificate()
                && certificates.stream().noneMatch(each -> each.state(now).isOpen());
    }

    /** @return when the last of the carrier's required certificates expires; null unless that is soon */
    public Instant getCertificatesEnd() {
        return carrier.revokedAt == null ? CarrierCertificate.soonEnd(carrier, certificates, now) : null;
    }

    /** @return whether the carrier can't ask without that certificate */
    boolean needs(UUID certificateId) {
        return carrier.proof.isWithCertificate() && certificates.stream()
                .noneMatch(each -> !each.id.equals(certificateId) && each.state(now).isOpen());
    }

    /** @throws NotFoundException if the carrier has no such certificate */
    CarrierCertificate certificate(UUID id) {
        return certificates.stream().filter(each -> each.id.equals(id)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** @return whether the carrier still has a valid credential without that secret */
    boolean isOpenWithout(UUID secretId) {
        return carrier.proof == RequiredProof.CERTIFICATE
                || secrets.stream().anyMatch(secret -> !secret.id.equals(secretId) && secret.state(now).isOpen());
    }

    /** @throws NotFoundException if the carrier has no such secret */
    CarrierSecret secret(UUID id) {
        return secrets.stream().filter(secret -> secret.id.equals(id)).findFirst().orElseThrow(NotFoundException::new);
    }

    public String getPath() {
        return CarrierList.path(carrier.id);
    }
}
