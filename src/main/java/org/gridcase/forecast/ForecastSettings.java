package org.gridcase.forecast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The forecast's settings.
 *
 * @param yellow whether lamps turn yellow sooner where it foresees lateness
 * @param yellowFrom how likely that has to be
 * @param yellowShare of the limit, after which they then turn yellow
 * @param sample how many of the cases that ended last it learns from
 * @param fewest with fewer it learns nothing
 */
@ConfigurationProperties("gridcase.forecast")
public record ForecastSettings(
        @DefaultValue("false") boolean yellow,
        @DefaultValue("0.35") double yellowFrom,
        @DefaultValue("0.5") double yellowShare,
        @DefaultValue("60000") int sample,
        @DefaultValue("500") int fewest) {}
