package org.gridcase.desk.health;

import org.gridcase.policy.Releases;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Without a policy release in force no case can be accepted. */
@Component
class PolicyHealthIndicator extends AbstractHealthIndicator {
    private final Releases releases;

    PolicyHealthIndicator(Releases releases) {
        this.releases = releases;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("release", releases.inForce().number());
    }
}
