package org.gridcase.identity.roster;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How far the staff may be behind Keycloak. */
@Component
@WithRoster
class RosterMeters {
    RosterMeters(Sync sync, MeterRegistry meters) {
        TimeGauge.builder("gridcase.roster.lag", sync, TimeUnit.MILLISECONDS, it -> it.lag()
                        .map(Duration::toMillis)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN))
                .description("Since changes in Keycloak were last taken over")
                .register(meters);
    }
}
