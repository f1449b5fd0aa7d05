package org.portcullis.carrier;

import java.time.Instant;
import java.util.UUID;

/**
 * What the database says of a secret, to judge a request by.
 *
 * @param expiresAt or null
 * @param revoked whether it or its carrier is
 * @param lastUsedAt or null
 */
record KnownSecret(UUID id, CarrierIdentity carrier, String keyId, String digest, Instant expiresAt, boolean revoked,
        Instant lastUsedAt) {

    /**
     * What is wrong with it is only looked at for who has the secret.
     *
     * @param matches whether the secret that was shown is this one
     */
    Outcome judge(boolean matches, Protocol protocol, Instant now) {
        if (!matches) {
            return Outcome.WRONG;
        }
        if (revoked) {
            return Outcome.REVOKED;
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            return Outcome.EXPIRED;
        }
        return carrier.protocol() == protocol ? Outcome.GOOD : Outcome.OTHER_PROTOCOL;
    }
}
