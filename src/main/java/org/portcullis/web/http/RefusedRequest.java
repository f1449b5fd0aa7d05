package org.portcullis.web.http;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * A request was refused for who sent it, or for where it came from; whoever keeps a record of that observes it, in another
 * thread, for it is often decided where nothing may wait for a database.
 *
 * @param path without what is secret in it
 * @param address of the sender
 * @param identity of the sender; null where the request was refused before that was looked at
 */
public record RefusedRequest(Kind kind, String method, String path, String address, SecurityIdentity identity) {

    public enum Kind {
        /** The person is signed in, and may not do that. */
        FORBIDDEN,
        /** Sent by another site, or without the token of the portal's own forms. */
        FORGED
    }
}
