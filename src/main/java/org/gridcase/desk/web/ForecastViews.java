package org.gridcase.desk.web;

import org.gridcase.casework.CaseFacts;
import org.gridcase.forecast.Forecast;
import org.gridcase.forecast.Forecasts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts forecasts into words. */
@Component
class ForecastViews {
    private final Forecasts forecasts;

    ForecastViews(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Nullable
    ForecastView of(CaseFacts facts, Names names) {
        return forecasts.of(facts).map(it -> view(it, names)).orElse(null);
    }

    private static ForecastView view(Forecast it, Names names) {
        return new ForecastView(
                (int) Math.round(100 * it.probability()),
                it.reasons().stream()
                        .map(reason -> new ForecastView.Reason(
                                reason.later(),
                                names.say(
                                        "forecast.reason." + reason.trait() + (reason.later() ? ".later" : ".sooner"))))
                        .toList(),
                it.advice() == Forecast.Advice.NOTHING ? null : names.say("forecast.advice." + it.advice()));
    }
}
