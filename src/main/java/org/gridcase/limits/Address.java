package org.gridcase.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where a call comes from: an IPv4 address, or the IPv6 network of 64 bits, of which one household has all addresses. */
final class Address {
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final int NETWORK = 8;

    private Address() {}

    static String network(String address) {
        String plain = address.replaceAll("[\\[\\]]|%.*", "");
        try {
            // never a name, which would be looked up
            return LITERAL.matcher(plain).matches() ? network(InetAddress.getByName(plain)) : "unknown";
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK))
                : address.getHostAddress();
    }
}
