package org.portcullis.portout.carrier;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.portcullis.web.http.Addresses;

/**
 * The form that registers a client certificate.
 *
 * @param id of the certificate's row, generated with the empty form, so that a repeated submission creates it once
 * @param text as entered; private keys are left out, since they must not be shown again
 */
record CertificateForm(UUID id, String text, CarrierProblem problem) {

    /** The most characters that fit into an address. */
    private static final int LONGEST_IN_ADDRESS = 1_700;

    /** @param text as entered before the password was asked for again, or null */
    static CertificateForm of(String text) {
        return new CertificateForm(UUID.randomUUID(), text == null ? "" : text, null);
    }

    /** @throws BadRequestException if the portal did not make this form */
    static CertificateForm checked(UUID id, String sent, Instant now) {
        if (id == null) {
            throw new BadRequestException();
        }
        var text = sent == null ? "" : sent;
        return new CertificateForm(id, CertificateText.holdsPrivateKey(text) ? "" : text,
                CertificateText.problem(text, now).orElse(null));
    }

    CertificateForm with(CarrierProblem found) {
        return new CertificateForm(id, text, found);
    }

    /** @return the address of the form with the entered text */
    String getAddress(String path) {
        return Addresses.with(path, Map.of("certificate", CertificateText.compact(text, LONGEST_IN_ADDRESS)));
    }

    public boolean isFailed() {
        return problem != null;
    }
}
