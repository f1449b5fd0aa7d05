package org.portcullis.portout.carrier;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.portcullis.web.form.Truncate;
import org.portcullis.web.http.Readable;

/**
 * A client certificate, from a request or from a form of the desk.
 *
 * @param fingerprint SHA-256 of the whole certificate, in lower-case hex
 * @param subject and issuer by RFC 2253, cut to the stored length
 * @param beginsAt and endsAt of its validity
 */
record PresentedCertificate(String fingerprint, String subject, String issuer, Instant beginsAt, Instant endsAt) {

    private static final int LONGEST_NAME = 300;

    /** @return the certificate; empty if the bytes are not one */
    static Optional<PresentedCertificate> of(byte[] der) {
        try {
            var read = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            return Optional
                    .of(new PresentedCertificate(fingerprint(read.getEncoded()), name(read.getSubjectX500Principal()),
                            name(read.getIssuerX500Principal()), read.getNotBefore().toInstant(),
                            read.getNotAfter().toInstant()));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    boolean isValid(Instant now) {
        return !now.isBefore(beginsAt) && !now.isAfter(endsAt);
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(X500Principal principal) {
        return Truncate.to(Readable.shown(principal.getName()), LONGEST_NAME);
    }
}
