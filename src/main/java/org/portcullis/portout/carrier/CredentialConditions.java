package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portcullis.web.http.AddressRange;

/**
 * From where, and with what beside its secret, a carrier may ask.
 *
 * @param ranges of addresses; none for everywhere
 * @param certificates the fingerprints of those that are registered for it
 */
record CredentialConditions(List<AddressRange> ranges, RequiredProof proof, Set<String> certificates) {

    /** Everywhere, with the secret. */
    static final CredentialConditions FREE = new CredentialConditions(List.of(), RequiredProof.SECRET, Set.of());

    /**
     * @param address of the client
     * @param shown the client's certificate, or null
     * @return {@link Outcome#GOOD}, or what kept it out
     */
    Outcome judge(String address, PresentedCertificate shown, Instant now) {
        if (!ranges.isEmpty() && ranges.stream().noneMatch(range -> range.contains(address))) {
            return Outcome.OTHER_ADDRESS;
        }
        if (!proof.isWithCertificate()) {
            return Outcome.GOOD;
        }
        if (shown == null) {
            return Outcome.CERTIFICATE_MISSING;
        }
        if (!certificates.contains(shown.fingerprint())) {
            return Outcome.CERTIFICATE_UNKNOWN;
        }
        return shown.isValid(now) ? Outcome.GOOD : Outcome.CERTIFICATE_ENDED;
    }
}
