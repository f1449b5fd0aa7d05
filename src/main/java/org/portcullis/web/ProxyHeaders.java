package org.portcullis.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a reverse proxy says about a request, believed only from those that the operator trusts. Quarkus reads it before
 * any of our code can answer, and never answers a request whose {@code X-Forwarded-For} begins with nothing; to carriers'
 * platforms, no answer is a yes.
 */
@Singleton
class ProxyHeaders {

    /** Before everything that asks for the sender's address. */
    private static final int FIRST = 20_000;
    private static final String BELIEVED = ProxyHeaders.class.getName();
    private static final String SETTING = "quarkus.http.proxy.trusted-proxies";

    private final List<IpSubnetFilterRule> trusted;

    /** @throws IllegalStateException if a network is none */
    ProxyHeaders(@ConfigProperty(name = SETTING) List<String> networks) {
        trusted = networks.stream().map(String::strip).map(ProxyHeaders::network).toList();
    }

    private static IpSubnetFilterRule network(String text) {
        var slash = text.indexOf('/');
        try {
            var address = slash < 0 ? text : text.substring(0, slash);
            var prefix = slash >= 0 ? Integer.parseInt(text.substring(slash + 1)) : text.contains(":") ? 128 : 32;
            return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SETTING + " must hold networks such as 10.0.0.5/32, separated by commas");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            routing.put(BELIEVED, isTrusted(routing.request().connection().remoteAddress()));
            routing.next();
        }, FIRST);
    }

    private boolean isTrusted(SocketAddress peer) {
        return peer != null && peer.hostAddress() != null && isTrusted(new InetSocketAddress(peer.hostAddress(), Math.max(0, peer.port())));
    }

    /** @return whether it is one of the proxies that the operator trusts */
    boolean isTrusted(InetSocketAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    static boolean areBelieved(RoutingContext routing) {
        return Boolean.TRUE.equals(routing.get(BELIEVED));
    }

    /** @return whether the person's browser speaks HTTPS, to the portal or to the proxy in front of it */
    static boolean isSecure(RoutingContext routing) {
        return routing.request().isSSL() || areBelieved(routing) && "https".equalsIgnoreCase(last(routing, "X-Forwarded-Proto"));
    }

    /** @return what the nearest proxy has added itself, possibly empty; what stands before it came with the request */
    static String last(RoutingContext routing, String header) {
        var values = routing.request().headers().getAll(header);
        if (values.isEmpty()) {
            return "";
        }
        var value = values.get(values.size() - 1);
        return value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
