package org.portcullis.carrier;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A machine shows a credential, or a certificate that may stand for one, where one of that protocol is asked for. */
class CarrierRequest extends BaseAuthenticationRequest {

    private final Protocol protocol;
    private final Shown shown;
    private final boolean isAlone;
    private final byte[] certificate;
    private final String address;

    private CarrierRequest(Protocol protocol, Shown shown, boolean isAlone, byte[] certificate, String address) {
        this.protocol = protocol;
        this.shown = shown;
        this.isAlone = isAlone;
        this.certificate = certificate;
        this.address = address;
    }

    /**
     * @param shown null where what was shown can't be read
     * @param certificate of the client in DER, or null
     */
    static CarrierRequest with(Protocol protocol, Shown shown, byte[] certificate, String address) {
        return new CarrierRequest(protocol, shown, false, certificate, address);
    }

    static CarrierRequest withCertificateAlone(Protocol protocol, byte[] certificate, String address) {
        return new CarrierRequest(protocol, null, true, certificate, address);
    }

    Protocol protocol() {
        return protocol;
    }

    Shown shown() {
        return shown;
    }

    /** @return whether the certificate is all that was shown */
    boolean isCertificateAlone() {
        return isAlone;
    }

    /** @return null where none was shown, or none that can be read */
    ShownCertificate certificate() {
        return certificate == null ? null : ShownCertificate.of(certificate).orElse(null);
    }

    String address() {
        return address;
    }
}
