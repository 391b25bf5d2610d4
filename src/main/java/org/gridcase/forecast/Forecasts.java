package org.gridcase.forecast;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Stage;
import org.gridcase.clock.ClockState;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may become of cases that are being handled. */
@Component
@Transactional(readOnly = true)
public class Forecasts {
    private static final double WORTH_SAYING = 0.2;
    private static final int MOST_REASONS = 3;
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.25;

    private final Models models;
    private final Loads loads;
    private final Clocks clocks;
    private final ForecastSettings settings;
    private final ZoneId zone;

    Forecasts(Models models, Loads loads, Clocks clocks, ForecastSettings settings, ZoneId zone) {
        this.models = models;
        this.loads = loads;
        this.clocks = clocks;
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * What was learnt last.
     *
     * @param yellow whether lamps go by it
     */
    public record Learnt(int version, Instant at, int cases, Measures measures, boolean yellow) {}

    /** None as long as nothing has been learnt. */
    public Optional<Learnt> learnt() {
        return models.last()
                .map(it -> new Learnt(it.version(), it.learntAt(), it.cases(), it.measures(), settings.yellow()));
    }

    /** None before anything has been learnt, and of a case that nobody handles or that is late already. */
    public Optional<Forecast> of(CaseFacts facts) {
        String unit = facts.unit();
        String code = facts.serviceCode();
        if (facts.stage() != Stage.HANDLING || unit == null || code == null) {
            return Optional.empty();
        }
        return models.last().flatMap(model -> clocks.of(facts.id(), Kind.HANDLING)
                .filter(it -> it.state() == ClockState.State.RUNNING
                        && !it.late()
                        && !it.budget().isZero())
                .map(it -> forecast(model.weights(), situation(facts, it, unit, code))));
    }

    private Situation situation(CaseFacts facts, ClockState it, String unit, String code) {
        return new Situation(
                unit,
                code,
                facts.limitAmount() + " " + facts.limitKind(),
                !String.valueOf(facts.limitKind()).startsWith("WORKING"),
                LocalDateTime.ofInstant(it.startedAt(), zone),
                Math.max(0, loads.of(unit) - 1),
                Math.min(1, (double) it.consumed().toMillis() / it.budget().toMillis()));
    }

    private static Forecast forecast(Weights weights, Situation it) {
        double probability = weights.probability(it);
        Map<Trait, Double> says = weights.says(it);
        List<Forecast.Reason> reasons = says.entrySet().stream()
                .filter(one -> Math.abs(one.getValue()) >= WORTH_SAYING)
                .sorted(Comparator.comparingDouble((Map.Entry<Trait, Double> one) -> -Math.abs(one.getValue())))
                .limit(MOST_REASONS)
                .map(one -> new Forecast.Reason(one.getKey(), one.getValue() > 0))
                .toList();
        return new Forecast(probability, reasons, advice(probability, says, it.used()));
    }

    private static Forecast.Advice advice(double probability, Map<Trait, Double> says, double used) {
        if (probability < POSSIBLE) {
            return Forecast.Advice.NOTHING;
        }
        double unit = says.getOrDefault(Trait.UNIT, 0.0) + Math.max(0, says.getOrDefault(Trait.LOAD, 0.0));
        if (used < 0.3 && unit > 0.7) {
            return Forecast.Advice.OTHER_UNIT;
        }
        return probability >= LIKELY && used >= 0.4 ? Forecast.Advice.ASK_EXTENSION : Forecast.Advice.REMIND;
    }
}
