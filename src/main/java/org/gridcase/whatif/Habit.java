package org.gridcase.whatif;

import java.util.HashMap;
import java.util.Map;

/** How one step went in the past: how long it took, and how it came out. */
final class Habit {
    /** Fewer say nothing about a place of its own. */
    private static final int ENOUGH = 30;

    private final boolean sideBySide;
    private final Sample all = new Sample();
    private final Map<String, Sample> some = new HashMap<>();
    private final Tally first = new Tally();
    private final Tally again = new Tally();

    /** @param sideBySide whether people have several in hand at once, so that nobody waits for the one before */
    Habit(boolean sideBySide) {
        this.sideBySide = sideBySide;
    }

    boolean sideBySide() {
        return sideBySide;
    }

    int visits() {
        return all.size();
    }

    /** @param of what the time hangs on: the limit, or the district and whether it was night; empty for nothing */
    void took(long millis, String of) {
        all.add(millis);
        if (!of.isEmpty()) {
            some.computeIfAbsent(of, any -> new Sample()).add(millis);
        }
    }

    void cameOut(String outcome, boolean before) {
        (before ? again : first).and(outcome, 1);
    }

    long time(double share, String... of) {
        for (String one : of) {
            Sample sample = some.get(one);
            if (sample != null && sample.size() >= ENOUGH) {
                return sample.at(share);
            }
        }
        return all.at(share);
    }

    double mean() {
        return all.mean();
    }

    /** Empty if it never came out. */
    String outcome(double share, boolean before) {
        Tally second = again.all() >= ENOUGH || first.all() == 0 ? again : first;
        return (before ? second : first.all() == 0 ? again : first).at(share);
    }
}
