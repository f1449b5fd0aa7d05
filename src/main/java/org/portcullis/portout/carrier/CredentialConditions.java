package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portcullis.web.http.AddressRange;

/**
 * The conditions under which a carrier may ask: its addresses and the proof it has to show.
 *
 * @param ranges of addresses; empty if any address is allowed
 * @param certificates the fingerprints of the registered certificates
 */
record CredentialConditions(List<AddressRange> ranges, RequiredProof proof, Set<String> certificates) {

    /** Any address, with the secret. */
    static final CredentialConditions FREE = new CredentialConditions(List.of(), RequiredProof.SECRET, Set.of());

    /**
     * @param address of the client
     * @param shown the client's certificate, or null
     * @return {@link Outcome#GOOD}, or the violated condition
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
