package org.portcullis.portout.carrier;

import java.util.Optional;
import org.portcullis.web.form.Parameters;

/** How a carrier has to prove its identity. */
public enum RequiredProof {
    /** By user name and secret, or its key. */
    SECRET,
    /** By the secret, over a connection with one of its client certificates. */
    SECRET_AND_CERTIFICATE,
    /** By one of its client certificates, which stands for the secret. */
    CERTIFICATE;

    public boolean isWithCertificate() {
        return this != SECRET;
    }

    static Optional<RequiredProof> byName(String name) {
        return Parameters.constant(RequiredProof.class, name);
    }
}
