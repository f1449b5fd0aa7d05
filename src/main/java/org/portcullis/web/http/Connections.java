package org.portcullis.web.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many connections one address holds, idle ones included, and how long the head of a request may take to
 * arrive. A trusted proxy is not bounded: it has to bound its clients itself.
 */
@Singleton
class Connections {

    private static final String NAME = "portcullis-connections";

    private final Map<String, Integer> held = new ConcurrentHashMap<>();
    private final ProxyHeaders proxies;
    private final int most;
    private final Duration headWithin;
    private final Counter refused;
    private final Counter slow;

    Connections(ProxyHeaders proxies, MeterRegistry metrics,
            @ConfigProperty(name = "portcullis.http.connections-per-address", defaultValue = "256") int most,
            @ConfigProperty(name = "portcullis.http.body-within", defaultValue = "PT10S") Duration headWithin) {
        this.proxies = proxies;
        this.most = most;
        this.headWithin = headWithin;
        refused = metrics.counter("portcullis.http.connections.closed", "reason", "TOO_MANY");
        slow = metrics.counter("portcullis.http.connections.closed", "reason", "SLOW_HEAD");
    }

    /**
     * Quarkus and Vert.x give access to a connection only with its first request, so this uses Netty's accepting
     * channel.
     */
    void guard(@ObservesAsync HttpServerStart start, Vertx vertx) {
        ((VertxInternal) vertx).getAcceptorEventLoopGroup().forEach(loop -> loop.execute(() -> {
            var channels = ((SingleThreadEventLoop) loop).registeredChannelsIterator();
            channels.forEachRemaining(this::guard);
        }));
    }

    private void guard(Channel listening) {
        if (listening instanceof ServerChannel && listening.pipeline().get(NAME) == null) {
            listening.pipeline().addFirst(NAME, new Door());
        }
    }

    /** Sees each accepted connection before the handlers that read it. */
    @Sharable
    private final class Door extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addLast(new ConnectionGuard(Connections.this, headWithin));
            }
            context.fireChannelRead(accepted);
        }
    }

    /** @return whether that address may hold one more connection; if so, {@link #leave} has to follow */
    boolean enter(InetSocketAddress address) {
        if (proxies.isTrusted(address.getAddress().getHostAddress())) {
            return true;
        }
        var network = network(address);
        if (held.merge(network, 1, Integer::sum) > most) {
            leave(address);
            refused.increment();
            return false;
        }
        return true;
    }

    void leave(InetSocketAddress address) {
        held.computeIfPresent(network(address), (network, count) -> count > 1 ? count - 1 : null);
    }

    void countSlow() {
        slow.increment();
    }

    private static String network(InetSocketAddress address) {
        return ClientAddress.network(ClientAddress.written(address.getAddress().getHostAddress()));
    }
}
