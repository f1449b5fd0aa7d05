package org.portcullis.portout;

/** The carrier's credential is valid, but may not be used from this address, or not without a client certificate. */
public class CarrierRestrictedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CarrierRestrictedException() {
        super("Its credential was used from outside of its address ranges, or without its client certificate");
    }
}
