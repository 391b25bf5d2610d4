package org.gridcase.outward;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Tells the addresses of the whole world from those of this machine, this network and every special purpose. */
final class PublicAddress {
    /** By IANA's registries of special purpose addresses (RFC 6890 and later), and Alibaba's metadata in the shared space. */
    private static final List<Network> IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Azure's and Tencent's own services for their machines
            "168.63.129.16/32");
    /** What is global in IPv6 begins so; within it some networks carry IPv4 addresses or are nobody's. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private static final List<Network> NOT_GLOBAL =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "3ffe::/16");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return address.getAddress().length == 4
                ? IPV4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL.contains(address) && NOT_GLOBAL.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... written) {
        return Stream.of(written).map(Network::of).toList();
    }

    /** Addresses that begin alike. */
    private record Network(byte[] start, int bits) {

        static Network of(String written) {
            String[] parts = written.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(written, e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            int rest = other.length * 8 - bits;
            return other.length == start.length && prefix(other, rest).equals(prefix(start, rest));
        }

        private static BigInteger prefix(byte[] address, int rest) {
            return new BigInteger(1, address).shiftRight(rest);
        }
    }
}
