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

/** Who sent a request, for limits and for the audit trail: an IP address that the sender can't choose. */
public final class ClientAddress {

    private static final String UNKNOWN = "?";
    private static final int IPV4_BYTES = 4;

    private ClientAddress() {
    }

    /**
     * The connection's own address; behind a trusted proxy, the last one in {@code X-Forwarded-For}, which is the one
     * that this proxy has added itself. What stands before it came with the request and may be made up.
     */
    public static String of(RoutingContext routing) {
        var connection = host(routing.request().connection().remoteAddress());
        var forwarded = ProxyHeaders.areBelieved(routing) ? literal(ProxyHeaders.last(routing, "X-Forwarded-For"))
                : null;
        return written(forwarded == null ? connection : forwarded);
    }

    /** @return whether a trusted proxy, or this machine, asks for nobody but itself */
    static boolean isOfProxyItself(RoutingContext routing) {
        return ProxyHeaders.areBelieved(routing) && !isForwarded(routing);
    }

    /** @return whether a trusted proxy passes on what another one sent */
    static boolean isForwarded(RoutingContext routing) {
        return ProxyHeaders.areBelieved(routing) && literal(ProxyHeaders.last(routing, "X-Forwarded-For")) != null;
    }

    /** @return the address in the one writing that RFC 5952 recommends; what is none, as it stands there */
    public static String written(String address) {
        var parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed == null ? address : NetUtil.toAddressString(parsed);
    }

    /** @return the address as it was given, as it is written here, and as it was written before all were written in one way */
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

    /** @return the IP address in it without brackets, port and zone, or null */
    private static String literal(String text) {
        var bare = text.startsWith("[") && text.contains("]") ? text.substring(1, text.indexOf(']')) : text;
        if (bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.replaceFirst(":\\d+$", "");
        }
        bare = bare.replaceFirst("%.*$", "");
        return NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare) ? bare : null;
    }
}
