package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.web.http.AddressRange;

class CredentialConditionsTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final PresentedCertificate OWN = new PresentedCertificate("aa", "CN=a", "CN=b", BEGIN, END);
    private static final PresentedCertificate OTHER = new PresentedCertificate("bb", "CN=a", "CN=b", BEGIN, END);

    private static CredentialConditions needing(RequiredProof proof, String... ranges) {
        return new CredentialConditions(
                List.of(ranges).stream().map(range -> AddressRange.read(range).orElseThrow()).toList(), proof,
                Set.of("aa"));
    }

    @Test
    void letsInFromEverywhereWithoutRanges() {
        assertEquals(Outcome.GOOD, CredentialConditions.FREE.judge("192.0.2.1", null, NOW));
        assertEquals(Outcome.GOOD, CredentialConditions.FREE.judge("?", OTHER, NOW),
                "a certificate that nobody asked for does no harm");
    }

    @Test
    void keepsOutWhoIsInNoneOfTheRanges() {
        var admission = needing(RequiredProof.SECRET, "192.0.2.0/24", "2001:db8::/48");
        assertEquals(Outcome.GOOD, admission.judge("192.0.2.1", null, NOW));
        assertEquals(Outcome.GOOD, admission.judge("2001:db8::1", null, NOW));
        assertEquals(Outcome.OTHER_ADDRESS, admission.judge("192.0.3.1", null, NOW));
        assertEquals(Outcome.OTHER_ADDRESS, admission.judge("2001:db8:1::1", OWN, NOW));
        assertEquals(Outcome.OTHER_ADDRESS, admission.judge("?", null, NOW));
    }

    @Test
    void asksForTheCertificateInItsTime() {
        for (RequiredProof proof : List.of(RequiredProof.SECRET_AND_CERTIFICATE, RequiredProof.CERTIFICATE)) {
            var admission = needing(proof);
            assertEquals(Outcome.GOOD, admission.judge("192.0.2.1", OWN, NOW));
            assertEquals(Outcome.CERTIFICATE_MISSING, admission.judge("192.0.2.1", null, NOW));
            assertEquals(Outcome.CERTIFICATE_UNKNOWN, admission.judge("192.0.2.1", OTHER, NOW));
            assertEquals(Outcome.GOOD, admission.judge("192.0.2.1", OWN, END));
            assertEquals(Outcome.CERTIFICATE_ENDED, admission.judge("192.0.2.1", OWN, END.plusMillis(1)));
            assertEquals(Outcome.CERTIFICATE_ENDED, admission.judge("192.0.2.1", OWN, BEGIN.minusMillis(1)));
        }
    }
}
