package org.gridcase.identity.roster;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Keycloak is asked.
 *
 * @param poll how often for changes
 * @param nightly when everybody is reconciled, as a cron expression in the city's time
 * @param connections how many questions at once
 * @param page how many people at once
 * @param mostGone the largest share of the staff that one reconcile lets go; more looks like a wrong realm
 */
@ConfigurationProperties("gridcase.roster")
record RosterSettings(
        @DefaultValue("15s") Duration poll,
        @DefaultValue("0 30 2 * * *") String nightly,
        @DefaultValue("4") int connections,
        @DefaultValue("500") int page,
        @DefaultValue("0.2") double mostGone) {

    RosterSettings {
        if (connections < 1 || connections > 16 || page < 1 || page > 1000 || poll.isNegative() || poll.isZero()) {
            throw new IllegalStateException("gridcase.roster: 1 to 16 connections, 1 to 1000 people a page, some time");
        }
    }
}
