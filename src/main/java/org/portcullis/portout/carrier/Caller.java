package org.portcullis.portout.carrier;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The carrier that a request comes from. Every endpoint for carriers asks {@link #isUnchecked} and {@link #getKeptOut} first:
 * where either says that no carrier may ask, the only right answer is closed.
 */
@RequestScoped
public class Caller {

    /** Role of who has shown a credential of Bandwidth's protocol, or one that could not be checked. */
    public static final String BANDWIDTH = "carrier-bandwidth";
    /** Role of who has shown a credential of the API, or one that could not be checked. */
    public static final String API = "carrier-api";

    static final String CARRIER = "portcullis.carrier";
    static final String KEPT_OUT = "portcullis.carrier-kept-out";

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @return the carrier that has shown a credential; null where none has, or it could not be checked */
    public static CarrierIdentity in(SecurityIdentity identity) {
        return identity.getAttribute(CARRIER);
    }

    /** @return whether a credential was shown that can't be checked, because the database doesn't answer, whatever it said before */
    public boolean isUnchecked() {
        return !identity.isAnonymous() && identity.getAttribute(CARRIER) == null
                && identity.getAttribute(KEPT_OUT) == null;
    }

    /** @return the carrier whose good credential came from where it may not be used, or without the certificate that it needs */
    public Optional<CarrierIdentity> getKeptOut() {
        return Optional.ofNullable(identity.getAttribute(KEPT_OUT));
    }

    /** @throws IllegalStateException if no carrier may ask: none has shown a credential, or it {@link #isUnchecked}, or is kept out */
    public CarrierIdentity getCarrier() {
        CarrierIdentity carrier = identity.getAttribute(CARRIER);
        if (carrier == null) {
            throw new IllegalStateException("No carrier is known");
        }
        return carrier;
    }
}
