package org.gridcase.forecast;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.gridcase.casework.Timekeeper.Passage;
import org.gridcase.clock.YellowShare;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lamps of cases that may well end late turn yellow sooner, if the city wants it so. */
@Component
@ConditionalOnProperty("gridcase.forecast.yellow")
class ForeseenYellow implements YellowShare {
    private final Models models;
    private final Loads loads;
    private final ForecastSettings settings;
    private final ZoneId zone;

    ForeseenYellow(Models models, Loads loads, ForecastSettings settings, ZoneId zone) {
        this.models = models;
        this.loads = loads;
        this.settings = settings;
        this.zone = zone;
    }

    @Override
    public double of(Passage passage, double share) {
        String unit = passage.unit();
        String code = passage.serviceCode();
        var limit = passage.limit();
        if (unit == null || code == null || limit == null) {
            return share;
        }
        return models.last()
                .filter(model -> model.weights()
                                .probability(new Situation(
                                        unit,
                                        code,
                                        limit.amount() + " " + limit.kind(),
                                        !limit.kind().name().startsWith("WORKING"),
                                        LocalDateTime.ofInstant(passage.at(), zone),
                                        loads.of(unit),
                                        0))
                        >= settings.yellowFrom())
                .map(model -> Math.min(share, settings.yellowShare()))
                .orElse(share);
    }
}
