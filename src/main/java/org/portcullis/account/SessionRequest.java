package org.portcullis.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Authentication request that carries a session token. */
class SessionRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
