package org.portcullis.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers of a reverse proxy, accepted from the proxies alone that the operator trusts. Quarkus would read them
 * before any handler of the portal, and never answers a request whose {@code X-Forwarded-For} has an empty first
 * element; carriers' platforms take a missing answer for approval.
 */
@Singleton
public class ProxyHeaders {

    /** Runs before every handler that uses the client's address. */
    private static final int FIRST = 20_000;
    private static final String BELIEVED = ProxyHeaders.class.getName();
    private static final String SETTING = "quarkus.http.proxy.trusted-proxies";

    private final List<AddressRange> trusted;

    /** @throws IllegalStateException if a network is malformed */
    ProxyHeaders(@ConfigProperty(name = SETTING) List<String> networks) {
        trusted = networks.stream().map(String::strip).map(ProxyHeaders::network).toList();
    }

    private static AddressRange network(String text) {
        return AddressRange.read(text).orElseThrow(
                () -> new IllegalStateException(
                        SETTING + " must hold networks such as 10.0.0.5/32, separated by commas"));
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            routing.put(BELIEVED, isTrusted(routing.request().connection().remoteAddress()));
            routing.next();
        }, FIRST);
    }

    private boolean isTrusted(SocketAddress peer) {
        return peer != null && peer.hostAddress() != null && isTrusted(peer.hostAddress());
    }

    /** @return whether it is the address of a proxy that the operator trusts */
    boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    static boolean areBelieved(RoutingContext routing) {
        return Boolean.TRUE.equals(routing.get(BELIEVED));
    }

    /** @return whether the person's browser uses HTTPS, to the portal or to the proxy in front of it */
    public static boolean isSecure(RoutingContext routing) {
        return routing.request().isSSL()
                || areBelieved(routing) && "https".equalsIgnoreCase(last(routing, "X-Forwarded-Proto"));
    }

    /**
     * @return the element that the nearest proxy has added itself, possibly empty; the elements before it came with the
     * request
     */
    static String last(RoutingContext routing, String header) {
        var values = routing.request().headers().getAll(header);
        if (values.isEmpty()) {
            return "";
        }
        var value = values.get(values.size() - 1);
        return value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
