package org.gridcase.whatif;

import java.util.Map;
import java.util.TreeMap;

/** How often each answer was given, to draw answers as often. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();
    private int all;

    static Tally of(String answer, int times) {
        return new Tally().and(answer, times);
    }

    Tally and(String answer, int times) {
        counts.merge(answer, times, Integer::sum);
        all += times;
        return this;
    }

    int all() {
        return all;
    }

    double share(String answer) {
        return all == 0 ? 0 : (double) counts.getOrDefault(answer, 0) / all;
    }

    /** Empty if none was ever given. */
    String at(double share) {
        double left = share * all;
        String last = "";
        for (var one : counts.entrySet()) {
            last = one.getKey();
            left -= one.getValue();
            if (left < 0) {
                return last;
            }
        }
        return last;
    }
}
