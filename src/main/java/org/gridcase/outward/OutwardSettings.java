package org.gridcase.outward;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How far the program may reach.
 *
 * @param inner {@code host:port} of the city's own network that may be called all the same
 * @param ports that may be called everywhere
 * @param http whether addresses without TLS are called beyond the inner ones
 * @param patience for one call from beginning to end
 * @param most of an answer that is read
 */
@ConfigurationProperties("gridcase.outward")
record OutwardSettings(
        @DefaultValue Set<String> inner,
        @DefaultValue({"80", "443"}) Set<Integer> ports,
        @DefaultValue("false") boolean http,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1MB") DataSize most) {

    boolean isInner(String host, int port) {
        return inner.contains(host + ":" + port);
    }
}
