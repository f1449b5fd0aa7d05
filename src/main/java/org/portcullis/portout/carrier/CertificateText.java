package org.portcullis.portout.carrier;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.web.http.ClientCertificates;

/** Parses what the desk enters to register a client certificate: PEM, Base64, or the SHA-256 fingerprint. */
final class CertificateText {

    private static final int LONGEST = 20_000;
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    /** As OpenSSL prints it, with or without the label, colons and capital letters. */
    private static final Pattern FINGERPRINT = Pattern
            .compile("(?i)(?:sha-?256[ :=]*)?(?:fingerprint[ :=]*)?((?:[0-9a-f]{2}[: ]?){31}[0-9a-f]{2})");

    private CertificateText() {
    }

    /**
     * The result of parsing.
     *
     * @param certificate null if only the fingerprint was entered
     */
    record Read(String fingerprint, PresentedCertificate certificate) {
    }

    /** @return the problem; empty if the text is a fingerprint, or a certificate that has not expired */
    static Optional<CarrierProblem> problem(String text, Instant now) {
        if (text.isBlank()) {
            return Optional.of(CarrierProblem.CERTIFICATE_ABSENT);
        }
        if (holdsPrivateKey(text)) {
            return Optional.of(CarrierProblem.CERTIFICATE_IS_KEY);
        }
        if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) {
            return Optional.of(CarrierProblem.CERTIFICATE_SEVERAL);
        }
        var read = read(text);
        if (read.isEmpty()) {
            return Optional.of(CarrierProblem.CERTIFICATE_UNREADABLE);
        }
        return read.map(Read::certificate).filter(certificate -> certificate.endsAt().isBefore(now))
                .map(ended -> CarrierProblem.CERTIFICATE_OVER);
    }

    /** @return whether the text contains a private key, which must not be shown again */
    static boolean holdsPrivateKey(String text) {
        return text.contains(PRIVATE_KEY);
    }

    static Optional<Read> read(String text) {
        var bare = text.strip();
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        var fingerprint = FINGERPRINT.matcher(bare);
        if (fingerprint.matches()) {
            return Optional.of(new Read(fingerprint.group(1).replaceAll("[: ]", "").toLowerCase(Locale.ROOT), null));
        }
        var der = bare.contains(BEGIN) ? ClientCertificates.ofPem(bare) : base64(bare);
        return der.flatMap(PresentedCertificate::of)
                .map(certificate -> new Read(certificate.fingerprint(), certificate));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            var joined = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
            return Optional.of(Base64.getDecoder().decode(joined));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @return the certificate in one short line that this class can parse; its fingerprint if that line would be too
     * long for an address
     */
    static String compact(String text, int longest) {
        var joined = ClientCertificates.ofPem(text)
                .map(der -> Base64.getUrlEncoder().withoutPadding().encodeToString(der)).orElse(text.strip());
        return joined.length() <= longest ? joined : read(text).map(Read::fingerprint).orElse("");
    }
}
