package org.gridcase.backtest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/** What one thread has counted. */
final class Tally {
    final Shifts shifts;
    final Map<Task, long[]> loads = new HashMap<>();
    final Map<Task, long[]> ended = new HashMap<>();
    long cases;
    long changed;
    long overruled;

    /**
     * What a unit has to do within a time.
     *
     * @param limit none if the filing standard no longer has the row
     */
    record Task(String unit, @Nullable Limit limit) {}

    Tally(Shifts shifts) {
        this.shifts = shifts;
    }

    void add(UUID id, Chain.Both both) {
        cases++;
        Outcome then = both.then();
        Outcome now = both.now();
        if (both.overruled()) {
            overruled++;
        }
        if (then.unit() != null) {
            count(loads, new Task(then.unit(), then.limit()), 1, 0);
        }
        if (now.unit() != null) {
            count(loads, new Task(now.unit(), now.limit()), 0, 1);
        }
        if (!then.equals(now)) {
            changed++;
            shift(id, Aspect.CLASS, then.serviceCode(), now.serviceCode());
            shift(id, Aspect.CLASSIFIER, classifier(then), classifier(now));
            shift(id, Aspect.MINOR, minor(then), minor(now));
            shift(id, Aspect.UNIT_KIND, then.unitKind(), now.unitKind());
            shift(id, Aspect.UNIT, then.unit(), now.unit());
            shift(id, Aspect.LIMIT, limit(then), limit(now));
        }
    }

    /** Of cases whose handling ended. */
    void ended(String unit, Limit limit, long cases, long onTime) {
        count(ended, new Task(unit, limit), cases, onTime);
    }

    void add(Tally other) {
        shifts.add(other.shifts);
        other.loads.forEach((task, both) -> count(loads, task, both[0], both[1]));
        other.ended.forEach((task, both) -> count(ended, task, both[0], both[1]));
        cases += other.cases;
        changed += other.changed;
        overruled += other.overruled;
    }

    private static void count(Map<Task, long[]> all, Task task, long first, long second) {
        long[] both = all.computeIfAbsent(task, any -> new long[2]);
        both[0] += first;
        both[1] += second;
    }

    private void shift(UUID id, Aspect aspect, @Nullable String was, @Nullable String becomes) {
        if (!Objects.equals(was, becomes)) {
            shifts.add(aspect, Objects.requireNonNullElse(was, ""), Objects.requireNonNullElse(becomes, ""), id);
        }
    }

    private static String classifier(Outcome it) {
        return it.byPerson() ? "person" : "table";
    }

    private static @Nullable String minor(Outcome it) {
        return it.minor() == null ? null : it.minor() ? "minor" : "filed";
    }

    private static @Nullable String limit(Outcome it) {
        return it.limit() == null ? null : it.limit().amount() + " " + it.limit().kind();
    }
}
