package org.portcullis.portout.carrier;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** An authentication request with a credential of one protocol, or with a certificate that may stand for one. */
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
     * @param presented null if the credential can't be read
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

    /** @return whether the request has a certificate and no other credential */
    boolean isCertificateAlone() {
        return isAlone;
    }

    /** @return null if there is no certificate, or it can't be read */
    PresentedCertificate certificate() {
        return certificate == null ? null : PresentedCertificate.of(certificate).orElse(null);
    }

    String address() {
        return address;
    }
}
