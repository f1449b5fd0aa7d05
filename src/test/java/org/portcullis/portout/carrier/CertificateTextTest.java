package org.portcullis.portout.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.testing.TestCertificate;

class CertificateTextTest {

    private static final TestCertificate CERTIFICATE = TestCertificate.named("client.example.com");
    private static final String HEX = "ab".repeat(31) + "09";

    private static Optional<CarrierProblem> problem(String text) {
        return CertificateText.problem(text, Instant.now());
    }

    @Test
    void saysWhatTheCertificateSaysOfItself() {
        var read = CertificateText.read("  " + CERTIFICATE.pem()).orElseThrow();
        assertEquals(CERTIFICATE.fingerprint(), read.fingerprint());
        assertTrue(read.certificate().subject().contains("CN=client.example.com"));
        assertEquals(read.certificate().subject(), read.certificate().issuer());
        assertTrue(read.certificate().isValid(Instant.now()));
        assertEquals(Optional.empty(), problem(CERTIFICATE.pem()));
    }

    @Test
    void isReadFromItsShortLineToo() {
        var compact = CertificateText.compact(CERTIFICATE.pem(), 2_000);
        assertEquals(CERTIFICATE.fingerprint(), CertificateText.read(compact).orElseThrow().fingerprint());
        assertTrue(CertificateText.read(compact).orElseThrow().certificate() != null);
        assertEquals(CERTIFICATE.fingerprint(), CertificateText.compact(CERTIFICATE.pem(), 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%S", "sha256 Fingerprint=%s", "SHA256:%s", "SHA-256 Fingerprint: %s"})
    void takesAFingerprint(String form) {
        for (String separator : new String[] {"", ":", " "}) {
            var read = CertificateText.read(String.format(form, HEX.replaceAll("..(?!$)", "$0" + separator)))
                    .orElseThrow();
            assertEquals(HEX, read.fingerprint());
            assertNull(read.certificate());
        }
    }

    @Test
    void hasAProblemForEachThingThatIsPastedInstead() {
        assertEquals(Optional.of(CarrierProblem.CERTIFICATE_ABSENT), problem(" \n"));
        assertEquals(Optional.of(CarrierProblem.CERTIFICATE_IS_KEY),
                problem(CERTIFICATE.pem() + "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----"));
        assertEquals(Optional.of(CarrierProblem.CERTIFICATE_SEVERAL), problem(CERTIFICATE.pem() + CERTIFICATE.pem()));
        for (String text : new String[] {"-----BEGIN CERTIFICATE-----\nMHc=\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----", HEX.substring(2), HEX + "a", "hello"}) {
            assertEquals(Optional.of(CarrierProblem.CERTIFICATE_UNREADABLE), problem(text), text);
        }
        assertEquals(Optional.of(CarrierProblem.CERTIFICATE_OVER),
                problem(TestCertificate.lasting("old.example.com", "-10d", 5).pem()));
        assertEquals(Optional.empty(), problem(TestCertificate.lasting("new.example.com", "+10d", 5).pem()),
                "it may be registered before its time");
    }
}
