package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.UUID;

/**
 * The database's data of a secret, or of a certificate that stands for one.
 *
 * @param keyId and digest of the secret; null for a certificate
 * @param expiresAt or null
 * @param revoked whether it or its carrier is revoked
 * @param lastUsedAt or null
 */
record KnownCredential(UUID id, CarrierIdentity carrier, String keyId, String digest, Instant expiresAt,
        boolean revoked,
        Instant lastUsedAt, CredentialConditions admission) {

    boolean isSecret() {
        return digest != null;
    }

    /**
     * What a request shows in addition to a secret.
     *
     * @param address of the client
     * @param certificate of the client, or null
     */
    record ShownBeside(String address, PresentedCertificate certificate) {
    }

    /**
     * Reveals a problem of the credential only if the secret matches.
     *
     * @param matches whether the presented secret or certificate is this one
     */
    Outcome judge(boolean matches, Protocol protocol, ShownBeside beside, Instant now) {
        if (!matches) {
            return Outcome.WRONG;
        }
        if (revoked) {
            return Outcome.REVOKED;
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            return Outcome.EXPIRED;
        }
        return carrier.protocol() == protocol ? admission.judge(beside.address(), beside.certificate(), now)
                : Outcome.OTHER_PROTOCOL;
    }
}
