package org.portcullis.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A browser shows the token of its session. */
class SessionRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
