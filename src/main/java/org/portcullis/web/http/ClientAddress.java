package org.portcullis.web.http;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a request's sender, for limits and the audit trail: an IP address that the sender can't choose. */
public final class ClientAddress {

    private static final String UNKNOWN = "?";
    private static final int IPV4_BYTES = 4;

    private ClientAddress() {
    }

    /**
     * The connection's own address; behind a trusted proxy, the last one in {@code X-Forwarded-For}, which that proxy
     * has added itself. The addresses before it came with the request and may be made up.
     */
    public static String of(RoutingContext routing) {
        var connection = host(routing.request().connection().remoteAddress());
        var forwarded = ProxyHeaders.areBelieved(routing) ? literal(ProxyHeaders.last(routing, "X-Forwarded-For"))
                : null;
        return written(forwarded == null ? connection : forwarded);
    }

    /** @return whether the request is a trusted proxy's, or this machine's, own */
    static boolean isOfProxyItself(RoutingContext routing) {
        return ProxyHeaders.areBelieved(routing) && !isForwarded(routing);
    }

    /** @return whether a trusted proxy forwards the request of a client */
    static boolean isForwarded(RoutingContext routing) {
        return ProxyHeaders.areBelieved(routing) && literal(ProxyHeaders.last(routing, "X-Forwarded-For")) != null;
    }

    /** @return the address in the form that RFC 5952 recommends; text that is no address, unchanged */
    public static String written(String address) {
        var parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed == null ? address : NetUtil.toAddressString(parsed);
    }

    /**
     * @return the address as given, in the form used now, and in the form that older rows of the audit trail may have
     */
    public static Set<String> writings(String address) {
        var parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed == null ? Set.of(address)
                : Stream.of(address, NetUtil.toAddressString(parsed), parsed.getHostAddress())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** @return what counts as one sender: an IPv6 customer has a /64 (RFC 6177) and may send from each address in it */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /**
     * @return the networks that the address is in, the narrowest first: a /32 and a /24 of IPv4; a /64, a /56 and a /48 of IPv6,
     *         as customers are given them
     */
    public static List<String> networks(String address) {
        var narrowest = network(address);
        var parsed = NetUtil.createByteArrayFromIpAddressString(address);
        if (parsed == null) {
            return List.of(narrowest);
        }
        var hex = HexFormat.of();
        return parsed.length == IPV4_BYTES ? List.of(narrowest, hex.formatHex(parsed, 0, 3) + "/24")
                : List.of(narrowest, hex.formatHex(parsed, 0, 7) + "/56", hex.formatHex(parsed, 0, 6) + "/48");
    }

    private static String host(SocketAddress address) {
        if (address == null) {
            return UNKNOWN;
        }
        return address.hostAddress() != null ? address.hostAddress() : String.valueOf(address.host());
    }

    /** @return the IP address without brackets, port and zone, or null where there is none */
    private static String literal(String text) {
        var bare = text.startsWith("[") && text.contains("]") ? text.substring(1, text.indexOf(']')) : text;
        if (bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.replaceFirst(":\\d+$", "");
        }
        bare = bare.replaceFirst("%.*$", "");
        return NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare) ? bare : null;
    }
}
