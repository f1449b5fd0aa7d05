package org.portcullis.carrier;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * The carrier that a request comes from. Every endpoint for carriers asks {@link #isUnchecked} first: where the answer is
 * yes, nobody knows who is calling, and the only right answer is closed.
 */
@RequestScoped
public class Caller {

    /** Role of who has shown a credential of Bandwidth's protocol, or one that could not be checked. */
    public static final String BANDWIDTH = "carrier-bandwidth";
    /** Role of who has shown a credential of the API, or one that could not be checked. */
    public static final String API = "carrier-api";

    static final String CARRIER = "portcullis.carrier";

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
        return !identity.isAnonymous() && identity.getAttribute(CARRIER) == null;
    }

    /** @throws IllegalStateException if no carrier is known: none has shown a credential, or it {@link #isUnchecked} */
    public CarrierIdentity getCarrier() {
        CarrierIdentity carrier = identity.getAttribute(CARRIER);
        if (carrier == null) {
            throw new IllegalStateException("No carrier is known");
        }
        return carrier;
    }
}
