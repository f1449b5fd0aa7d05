package org.portcullis.carrier;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A machine shows a credential where one of that protocol is asked for. */
class CarrierRequest extends BaseAuthenticationRequest {

    private final Protocol protocol;
    private final Shown shown;
    private final String address;

    /** @param shown null where what was shown can't be read */
    CarrierRequest(Protocol protocol, Shown shown, String address) {
        this.protocol = protocol;
        this.shown = shown;
        this.address = address;
    }

    Protocol protocol() {
        return protocol;
    }

    Shown shown() {
        return shown;
    }

    String address() {
        return address;
    }
}
