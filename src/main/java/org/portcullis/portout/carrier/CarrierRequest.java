package org.portcullis.portout.carrier;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A machine shows a credential, or a certificate that may stand for one, where one of that protocol is asked for. */
class CarrierRequest extends BaseAuthenticationRequest {

    private final Protocol protocol;
    private final PresentedCredential presented;
    private final boolean isAlone;
    private final byte[] certificate;
    private final String address;

    private CarrierRequest(Protocol protocol, PresentedCredential presented, boolean isAlone, byte[] certificate,
            String address) {
        this.protocol = protocol;
        this.presented = presented;
        this.isAlone = isAlone;
        this.certificate = certificate;
        this.address = address;
    }

    /**
     * @param presented null where what was shown can't be read
     * @param certificate of the client in DER, or null
     */
    static CarrierRequest with(Protocol protocol, PresentedCredential presented, byte[] certificate, String address) {
        return new CarrierRequest(protocol, presented, false, certificate, address);
    }

    static CarrierRequest withCertificateAlone(Protocol protocol, byte[] certificate, String address) {
        return new CarrierRequest(protocol, null, true, certificate, address);
    }

    Protocol protocol() {
        return protocol;
    }

    PresentedCredential shown() {
        return presented;
    }

    /** @return whether the certificate is all that was shown */
    boolean isCertificateAlone() {
        return isAlone;
    }

    /** @return null where none was shown, or none that can be read */
    PresentedCertificate certificate() {
        return certificate == null ? null : PresentedCertificate.of(certificate).orElse(null);
    }

    String address() {
        return address;
    }
}
