package org.portcullis.portout.carrier;

/** Confirmations and errors that the page of a carrier shows. */
enum CarrierFlash {
    SHOWN_BEFORE(true), OVERTAKEN(true), SECRET_REVOKED(false), CARRIER_REVOKED(false), RESTRICTED(false),
    CERTIFICATE_REGISTERED(false),
    CERTIFICATE_REMOVED(false);

    private final boolean refusal;

    CarrierFlash(boolean refusal) {
        this.refusal = refusal;
    }

    public boolean isRefusal() {
        return refusal;
    }
}
