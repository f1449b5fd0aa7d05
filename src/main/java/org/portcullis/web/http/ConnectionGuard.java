package org.portcullis.web.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * First handler of a connection: counts it, and closes it if the head of a request does not arrive in time.
 * {@link Bodies} has the deadline of the body.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    /** The name that Vert.x gives to its decoder. */
    private static final String DECODER = "httpDecoder";
    private static final String HEADS = "portcullis-heads";

    private final Connections connections;
    private final Duration headWithin;
    private InetSocketAddress counted;
    private boolean isRefused;
    private boolean isInRequest;
    private Future<?> late;

    ConnectionGuard(Connections connections, Duration headWithin) {
        this.connections = connections;
        this.headWithin = headWithin;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (isLetIn(context)) {
            context.fireChannelActive();
        } else {
            isRefused = true;
            context.close();
        }
    }

    private boolean isLetIn(ChannelHandlerContext context) {
        if (!(context.channel().remoteAddress() instanceof InetSocketAddress address)) {
            return true;
        }
        if (connections.enter(address)) {
            counted = address;
            return true;
        }
        return false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (counted != null) {
            connections.leave(counted);
        }
        headCame();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!isInRequest && late == null && !isRefused) {
            watchHeads(context);
            late = context.executor().schedule(() -> {
                connections.countSlow();
                context.close();
            }, headWithin.toNanos(), TimeUnit.NANOSECONDS);
        }
        context.fireChannelRead(bytes);
    }

    /** Over TLS the decoder exists only after the handshake, which has to end within the same time. */
    private void watchHeads(ChannelHandlerContext context) {
        if (context.pipeline().get(DECODER) != null && context.pipeline().get(HEADS) == null) {
            context.pipeline().addAfter(DECODER, HEADS, new Heads());
        }
    }

    private void headCame() {
        if (late != null) {
            late.cancel(false);
            late = null;
        }
    }

    /** Sees when the head of a request is complete, and when the request is. */
    private final class Heads extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                isInRequest = true;
                headCame();
            }
            if (part instanceof LastHttpContent) {
                isInRequest = false;
            }
            context.fireChannelRead(part);
        }
    }
}
