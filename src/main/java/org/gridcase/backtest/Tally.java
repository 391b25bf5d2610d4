package org.gridcase.backtest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.backtest.OnTime.Ended;
import org.gridcase.backtest.OnTime.Task;
import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/** What one thread has counted. */
final class Tally {
    final Shifts shifts;
    final Map<Load, long[]> loads = new HashMap<>();
    final Map<Task, Ended> ended = new HashMap<>();
    long cases;
    long changed;
    long overruled;

    /** @param was the limit by the tables of then, if it had one */
    record Load(Task task, @Nullable Limit was) {}

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
            count(new Load(new Task(then.unit(), then.limit()), then.limit()), 1, 0);
        }
        if (now.unit() != null) {
            count(new Load(new Task(now.unit(), now.limit()), then.limit()), 0, 1);
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
    Ended ended(String unit, Limit limit) {
        return ended.computeIfAbsent(new Task(unit, limit), any -> new Ended());
    }

    void add(Tally other) {
        shifts.add(other.shifts);
        other.loads.forEach((load, both) -> count(load, both[0], both[1]));
        other.ended.forEach(
                (task, more) -> ended.computeIfAbsent(task, any -> new Ended()).add(more));
        cases += other.cases;
        changed += other.changed;
        overruled += other.overruled;
    }

    private void count(Load load, long then, long now) {
        long[] both = loads.computeIfAbsent(load, any -> new long[2]);
        both[0] += then;
        both[1] += now;
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
        return it.limit() == null
                ? null
                : it.limit().amount() + " " + it.limit().kind();
    }
}
