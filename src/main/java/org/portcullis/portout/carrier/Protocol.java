package org.portcullis.portout.carrier;

import java.util.Optional;
import java.util.Set;

/** The protocols of carriers. A credential is only valid for its own protocol. */
public enum Protocol {

    /** Bandwidth's external port-out validation. */
    BANDWIDTH("bw", Caller.BANDWIDTH, "/carrier/bandwidth", "/carrier/bandwidth/port-out-validation", Set.of()),

    /** The portal's own JSON API, with a public description. */
    API("api", Caller.API, "/api", "/api/port-out-requests",
            Set.of("/api/openapi", "/api/openapi.json", "/api/openapi.yaml", "/api/openapi.yml"));

    private final String prefix;
    private final String role;
    private final String root;
    private final String entrance;
    private final Set<String> open;

    Protocol(String prefix, String role, String root, String entrance, Set<String> open) {
        this.prefix = prefix;
        this.role = role;
        this.root = root;
        this.entrance = entrance;
        this.open = open;
    }

    /**
     * @param path normalized
     * @return the protocol whose credentials are required at that path, if any
     */
    static Optional<Protocol> at(String path) {
        for (Protocol protocol : values()) {
            if (path.equals(protocol.root) || path.startsWith(protocol.root + "/")) {
                return protocol.open.contains(path) ? Optional.empty() : Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** @return the prefix of its user names */
    String prefix() {
        return prefix;
    }

    /** @return the role of a caller with a credential of this protocol */
    String role() {
        return role;
    }

    /** @return the path that carriers send requests to */
    public String getEntrance() {
        return entrance;
    }

    /** @return whether a key may also be sent as a bearer token */
    public boolean isBearerToo() {
        return this == API;
    }
}
