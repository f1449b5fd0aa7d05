package org.portcullis.web.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A range of IPv4 or IPv6 addresses, as CIDR writes it (RFC 4632, RFC 4291 §2.3): {@code 192.0.2.0/24}. */
public final class AddressRange {

    private final IpSubnetFilterRule rule;
    private final String written;
    private final int prefix;

    private AddressRange(InetAddress address, int prefix) {
        this.rule = new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
        this.prefix = prefix;
        this.written = NetUtil.toAddressString(masked(address, prefix)) + "/" + prefix;
    }

    /**
     * Host names are not accepted, so none is ever resolved.
     * @param text an address, or one with the length of its prefix
     * @return the range; empty where the text is none
     */
    public static Optional<AddressRange> read(String text) {
        var slash = text.indexOf('/');
        var bytes = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        var length = slash < 0 ? "" : text.substring(slash + 1);
        if (bytes == null || text.contains("%") || slash >= 0 && !length.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        // An IPv4-mapped IPv6 address becomes an IPv4 address here.
        var address = address(bytes);
        var bits = address.getAddress().length * Byte.SIZE;
        var prefix = slash < 0 ? bits : Integer.parseInt(length) - (bytes.length * Byte.SIZE - bits);
        return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressRange(address, prefix));
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        var bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(1 << Byte.SIZE - 1 - bit % Byte.SIZE);
        }
        return address(bytes);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param address of IPv4 or IPv6; any other text is in no range */
    public boolean contains(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && rule.matches(new InetSocketAddress(address(bytes), 0));
    }

    /** @return whether it covers all addresses of IPv4 or of IPv6 */
    public boolean isEverything() {
        return prefix == 0;
    }

    /** @return the range in the form that RFC 5952 recommends, with zeros after its prefix */
    @Override
    public String toString() {
        return written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
