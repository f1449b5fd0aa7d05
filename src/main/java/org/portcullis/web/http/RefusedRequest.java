package org.portcullis.web.http;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Event: a request was refused because of its sender or its origin. Observers run in another thread, since the request
 * may be refused on the event loop, which must not wait for the database.
 * @param path without secrets
 * @param address of the sender
 * @param identity of the sender; null where the request was refused before authentication
 */
public record RefusedRequest(Kind kind, String method, String path, String address, SecurityIdentity identity) {

    public enum Kind {
        /** The person is signed in, but not allowed to do that. */
        FORBIDDEN,
        /** Sent by another site, or without the token of the portal's own forms. */
        FORGED
    }
}
