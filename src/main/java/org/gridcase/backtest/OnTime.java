package org.gridcase.backtest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridcase.backtest.Tally.Task;
import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How often a unit is on time within a limit: its own share of such cases, drawn the more towards what the limit and the
 * unit are like in general, the fewer of them there were.
 */
final class OnTime {
    /** As many cases count for what is general. */
    static final int GENERAL = 20;

    private final Map<Task, long[]> tasks;
    private final Map<String, long[]> units = new HashMap<>();
    private final Map<Optional<Limit>, long[]> limits = new HashMap<>();
    private final long[] all = new long[2];

    /** @param ended cases and those on time among them, of each unit and limit */
    OnTime(Map<Task, long[]> ended) {
        this.tasks = ended;
        ended.forEach((task, both) -> {
            add(units.computeIfAbsent(task.unit(), any -> new long[2]), both);
            add(limits.computeIfAbsent(Optional.ofNullable(task.limit()), any -> new long[2]), both);
            add(all, both);
        });
    }

    long ended() {
        return all[0];
    }

    long onTime() {
        return all[1];
    }

    long[] of(String unit) {
        return units.getOrDefault(unit, new long[2]);
    }

    /** 0 to 1; 0 if nothing has ended from which to learn. */
    double share(Task task) {
        if (all[0] == 0) {
            return 0;
        }
        double general = (double) all[1] / all[0];
        double limit = drawn(limits.get(Optional.ofNullable(task.limit())), general);
        double unit = drawn(units.get(task.unit()), general);
        double expected = Math.max(0, Math.min(1, limit + unit - general));
        return drawn(tasks.get(task), expected);
    }

    private static double drawn(long @Nullable [] both, double towards) {
        return both == null ? towards : (both[1] + GENERAL * towards) / (both[0] + GENERAL);
    }

    private static void add(long[] to, long[] more) {
        to[0] += more[0];
        to[1] += more[1];
    }
}
