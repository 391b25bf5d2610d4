package org.gridcase.integration.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may report through Open311.
 *
 * @param keys the api_keys given out; while there are none anybody may report, as at the resident's page
 */
@ConfigurationProperties("gridcase.open311")
record GeoReportKeys(@DefaultValue Set<String> keys) {

    /** @throws GeoReportRefused if keys were given out and this is none of them */
    void check(@Nullable String key) {
        if (!keys.isEmpty() && !knows(key)) {
            throw GeoReportRefused.badKey();
        }
    }

    /** @return whether keys were given out and this is one */
    boolean knows(@Nullable String key) {
        return key != null && keys.stream().anyMatch(known -> same(known, key));
    }

    private static boolean same(String known, String sent) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
