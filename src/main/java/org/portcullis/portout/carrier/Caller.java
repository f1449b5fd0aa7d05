package org.portcullis.portout.carrier;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The carrier that a request comes from. Every endpoint for carriers asks {@link #isUnchecked} and {@link #getKeptOut}
 * first: if either says that the carrier may not ask, the endpoint has to fail closed.
 */
@RequestScoped
public class Caller {

    /** The role of a caller with a credential of Bandwidth's protocol, valid or not checkable. */
    public static final String BANDWIDTH = "carrier-bandwidth";
    /** The role of a caller with a credential of the API, valid or not checkable. */
    public static final String API = "carrier-api";

    static final String CARRIER = "portcullis.carrier";
    static final String KEPT_OUT = "portcullis.carrier-kept-out";

    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @return the carrier of a valid credential; null if there is none, or it could not be checked */
    public static CarrierIdentity in(SecurityIdentity identity) {
        return identity.getAttribute(CARRIER);
    }

    /**
     * @return whether a credential can't be checked because the database does not answer, also if it was valid before
     */
    public boolean isUnchecked() {
        return !identity.isAnonymous() && identity.getAttribute(CARRIER) == null
                && identity.getAttribute(KEPT_OUT) == null;
    }

    /**
     * @return the carrier whose valid credential came from an address where it may not be used, or without the required
     * certificate
     */
    public Optional<CarrierIdentity> getKeptOut() {
        return Optional.ofNullable(identity.getAttribute(KEPT_OUT));
    }

    /**
     * @throws IllegalStateException if no carrier may ask: there is no valid credential, or it {@link #isUnchecked}, or
     * may not be used here
     */
    public CarrierIdentity getCarrier() {
        CarrierIdentity carrier = identity.getAttribute(CARRIER);
        if (carrier == null) {
            throw new IllegalStateException("No carrier is known");
        }
        return carrier;
    }
}
