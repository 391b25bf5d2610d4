package org.gridcase.forecast;

import java.util.EnumMap;
import java.util.Map;

/**
 * What each feature says for lateness, and what each trait says on average: numbers by name, whatever they were learnt
 * with.
 *
 * @param usual by trait, of the cases it was learnt from
 */
record Weights(double offset, Map<String, Double> weights, Map<Trait, Double> usual) {

    double probability(Situation it) {
        double sum = offset;
        for (var feature : it.features().entrySet()) {
            sum += weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** How far each trait moves it from what is usual. */
    Map<Trait, Double> says(Situation it) {
        Map<Trait, Double> said = said(it);
        said.replaceAll((trait, value) -> value - usual.getOrDefault(trait, 0.0));
        return said;
    }

    Map<Trait, Double> said(Situation it) {
        Map<Trait, Double> said = new EnumMap<>(Trait.class);
        it.features()
                .forEach((name, value) ->
                        said.merge(Situation.trait(name), weights.getOrDefault(name, 0.0) * value, Double::sum));
        return said;
    }
}
