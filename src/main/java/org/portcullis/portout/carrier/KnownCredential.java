package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.UUID;

/**
 * What the database says of a secret, or of a certificate that stands for one, to judge a request by.
 *
 * @param keyId and digest of the secret; null for a certificate
 * @param expiresAt or null
 * @param revoked whether it or its carrier is
 * @param lastUsedAt or null
 */
record KnownCredential(UUID id, CarrierIdentity carrier, String keyId, String digest, Instant expiresAt,
        boolean revoked,
        Instant lastUsedAt, CredentialConditions admission) {

    boolean isSecret() {
        return digest != null;
    }

    /**
     * What a request shows beside a secret.
     *
     * @param address of the client
     * @param certificate of the client, or null
     */
    record ShownBeside(String address, PresentedCertificate certificate) {
    }

    /**
     * What is wrong with it is only looked at for who has it.
     *
     * @param matches whether what was shown is this one
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
