package org.gridcase.grid.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one file may hold.
 *
 * @param file bytes of a file
 * @param rows areas, units or duties in it
 * @param points corners of one area
 */
@ConfigurationProperties("gridcase.grid.import")
record ImportLimits(
        @DefaultValue("128MB") DataSize file,
        @DefaultValue("200000") int rows,
        @DefaultValue("20000") int points) {}
