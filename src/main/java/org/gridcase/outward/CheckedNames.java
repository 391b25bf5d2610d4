package org.gridcase.outward;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks a name up once, for the connection that is then made: what has been checked is what is called, though the name
 * may lead elsewhere a moment later.
 */
class CheckedNames implements DnsResolver {
    private final DnsResolver names;
    private final boolean inner;

    CheckedNames(boolean inner) {
        this(SystemDefaultDnsResolver.INSTANCE, inner);
    }

    CheckedNames(DnsResolver names, boolean inner) {
        this.names = names;
        this.inner = inner;
    }

    /** One address that is not public spoils the name: nobody honest mixes them. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        if (!inner && !Arrays.stream(found).allMatch(PublicAddress::is)) {
            throw OutwardRefused.inner(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
