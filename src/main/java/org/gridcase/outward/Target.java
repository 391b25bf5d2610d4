package org.gridcase.outward;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address as it may be called, read strictly: what two programs could read in two ways is none. */
record Target(URI address, String host, int port) {
    private static final int LONGEST = 2_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
    /** Also {@code 0x7f000001} and {@code 2130706433}: whatever ends in a number is an address to somebody. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    static Target of(String text, OutwardSettings settings) {
        URI address = parse(text);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw OutwardRefused.scheme();
        }
        if (address.getRawUserInfo() != null
                || String.valueOf(address.getRawAuthority()).contains("@")) {
            throw OutwardRefused.credentials();
        }
        String host = host(address);
        int port = address.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        boolean inner = settings.isInner(host, port);
        if (!inner && !settings.ports().contains(port)) {
            throw OutwardRefused.port(port);
        }
        if (!inner && scheme.equals("http") && !settings.http()) {
            throw OutwardRefused.scheme();
        }
        if (!inner && isNumber(host) && !PublicAddress.is(number(host))) {
            throw OutwardRefused.inner(host);
        }
        return new Target(address, host, port);
    }

    private static URI parse(String text) {
        boolean plain = text.length() <= LONGEST && text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
        try {
            URI address = new URI(plain ? text : "");
            if (address.isOpaque() || address.getRawAuthority() == null || address.getRawFragment() != null) {
                throw OutwardRefused.noAddress();
            }
            return address;
        } catch (URISyntaxException e) {
            throw OutwardRefused.noAddress();
        }
    }

    private static boolean isNumber(String host) {
        return IPV6.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    /** Of a number this is no look-up. */
    private static InetAddress number(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw OutwardRefused.noAddress();
        }
    }

    private static String host(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean known = isNumber(host)
                || (NAME.matcher(host).matches()
                        && !ENDS_IN_NUMBER.matcher(host).matches()
                        && !host.contains(".."));
        if (address.getHost() == null || !known) {
            throw OutwardRefused.noAddress();
        }
        return host;
    }
}
