package org.portcullis.portout.carrier;

import java.util.Optional;
import java.util.Set;

/** How a carrier asks, and with that where its credentials count: a secret of one protocol is nothing to another. */
public enum Protocol {

    /** Bandwidth's external port-out validation. */
    BANDWIDTH("bw", Caller.BANDWIDTH, "/carrier/bandwidth", "/carrier/bandwidth/port-out-validation", Set.of()),

    /** The portal's own JSON. Its description is for everybody. */
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
     * @return the protocol whose credentials are asked for there, if any are
     */
    static Optional<Protocol> at(String path) {
        for (Protocol protocol : values()) {
            if (path.equals(protocol.root) || path.startsWith(protocol.root + "/")) {
                return protocol.open.contains(path) ? Optional.empty() : Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** @return how the user names of its credentials begin */
    String prefix() {
        return prefix;
    }

    /** @return the role of who has shown a credential of this protocol */
    String role() {
        return role;
    }

    /** @return the path to which a carrier sends its requests */
    public String getEntrance() {
        return entrance;
    }

    /** @return whether a key can be shown as one bearer token, too */
    public boolean isBearerToo() {
        return this == API;
    }
}
