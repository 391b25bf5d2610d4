package org.gridcase.grid.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's settings.
 *
 * @param enabled whether the demo's accounts exist
 * @param city which city an empty database is filled with; with accounts the small one, without them none
 */
@ConfigurationProperties("gridcase.demo")
record DemoProperties(
        @DefaultValue("true") boolean enabled, @Nullable DemoSize city) {

    DemoSize size() {
        if (city != null) {
            return city;
        }
        return enabled ? DemoSize.SMALL : DemoSize.NONE;
    }
}
