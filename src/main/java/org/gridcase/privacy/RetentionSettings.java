package org.gridcase.privacy;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is personal is kept.
 *
 * @param keep by kind: after the case has ended, or after it was written where it belongs to no case; what is not named is
 *     kept
 * @param batch how many go in one transaction
 */
@Validated
@ConfigurationProperties("gridcase.privacy")
record RetentionSettings(
        Map<String, Duration> keep, @DefaultValue("500") int batch) {
    RetentionSettings {
        keep.forEach((kind, period) -> {
            if (period.isNegative()) {
                throw new IllegalArgumentException("kept for less than no time: " + kind);
            }
        });
    }
}
