package org.portcullis.portout.carrier;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.portcullis.web.http.Addresses;

/**
 * The form that registers a client certificate.
 *
 * @param id of the certificate's row, chosen with the empty form, so that it is made once
 * @param text what was typed; without a private key, which is not shown again
 */
record CertificateForm(UUID id, String text, CarrierProblem problem) {

    /** Characters that an address to come back to can hold. */
    private static final int LONGEST_IN_ADDRESS = 1_700;

    /** @param text as it was typed before the password was asked for again, or null */
    static CertificateForm of(String text) {
        return new CertificateForm(UUID.randomUUID(), text == null ? "" : text, null);
    }

    /** @throws BadRequestException if it is no form of ours */
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

    /** @return where the form is with what was typed into it */
    String getAddress(String path) {
        return Addresses.with(path, Map.of("certificate", CertificateText.compact(text, LONGEST_IN_ADDRESS)));
    }

    public boolean isFailed() {
        return problem != null;
    }
}
