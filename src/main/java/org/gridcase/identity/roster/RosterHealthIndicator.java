package org.gridcase.identity.roster;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down when the staff has not been in step with Keycloak for some minutes; people go on working meanwhile. */
@Component
@WithRoster
class RosterHealthIndicator extends AbstractHealthIndicator {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sync sync;
    private final Clock clock;

    RosterHealthIndicator(Sync sync, Clock clock) {
        this.sync = sync;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Sync.State state = sync.state();
        health.up();
        if (state.heardAt() != null) {
            health.withDetail("heardAt", state.heardAt());
        }
        if (state.deaf()) {
            health.withDetail("adminEvents", "off");
        }
        if (state.failure() != null && state.failingSince() != null) {
            health.withDetail("failure", state.failure()).withDetail("since", state.failingSince());
            if (state.failingSince().isBefore(clock.instant().minus(PATIENCE))) {
                health.down();
            }
        }
    }
}
