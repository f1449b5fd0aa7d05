package org.portcullis.portout.carrier;

import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** What a carrier has to show of itself. */
public enum RequiredProof {
    /** User name and secret, or its key. */
    SECRET,
    /** The secret, over a connection with one of its client certificates. */
    SECRET_AND_CERTIFICATE,
    /** One of its client certificates, which stands for the secret. */
    CERTIFICATE;

    public boolean isWithCertificate() {
        return this != SECRET;
    }

    static Optional<RequiredProof> byName(String name) {
        return Parameters.constant(RequiredProof.class, name);
    }
}
