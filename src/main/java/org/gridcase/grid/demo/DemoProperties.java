package org.gridcase.grid.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's settings.
 *
 * @param city which city an empty database is filled with
 */
@ConfigurationProperties("gridcase.demo")
record DemoProperties(@DefaultValue("small") DemoSize city) {}
