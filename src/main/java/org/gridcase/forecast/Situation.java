package org.gridcase.forecast;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a forecast reads of a case.
 *
 * @param limit amount and kind
 * @param dayAndNight whether its time runs day and night
 * @param start when the unit's time began, in the city's time
 * @param load how many cases the unit has besides
 * @param used the share of its limit that is used, 0 to 1
 */
record Situation(
        String unit,
        String serviceCode,
        String limit,
        boolean dayAndNight,
        LocalDateTime start,
        int load,
        double used) {
    private static final int[] HOURS = {7, 9, 11, 14, 16, 18, 22};
    private static final double[] SHARES = {0.01, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9};

    Situation at(double share) {
        return new Situation(unit, serviceCode, limit, dayAndNight, start, load, share);
    }

    /** Each named by its trait. */
    Map<String, Double> features() {
        Map<String, Double> features = new LinkedHashMap<>();
        String runs = dayAndNight ? "on" : "working";
        features.put(Trait.UNIT + "=" + unit, 1.0);
        features.put(Trait.CLASS + "=" + serviceCode, 1.0);
        features.put(Trait.CLASS + "=" + serviceCode.substring(0, Math.min(3, serviceCode.length())) + "*", 1.0);
        features.put(Trait.LIMIT + "=" + limit, 1.0);
        features.put(Trait.HOUR + "=" + runs + " " + step(start.getHour(), HOURS), 1.0);
        features.put(Trait.WEEKDAY + "=" + runs + " " + start.getDayOfWeek().getValue(), 1.0);
        features.put(Trait.SEASON + "=" + start.getMonthValue() / 3 % 4, 1.0);
        features.put(Trait.LOAD + "=", Math.log1p(load));
        features.put(Trait.USED + "=" + step(used, SHARES), 1.0);
        features.put(Trait.USED + "=", used);
        return features;
    }

    static Trait trait(String feature) {
        return Trait.valueOf(feature.substring(0, feature.indexOf('=')));
    }

    private static int step(int value, int[] steps) {
        int step = 0;
        while (step < steps.length && value >= steps[step]) {
            step++;
        }
        return step;
    }

    private static int step(double value, double[] steps) {
        int step = 0;
        while (step < steps.length && value >= steps[step]) {
            step++;
        }
        return step;
    }
}
