package org.gridcase.backtest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.jspecify.annotations.Nullable;

/**
 * How often a unit is on time within a limit: its own share of such cases, drawn the more towards what the limit and the
 * unit are like in general, the fewer of them there were. A case whose limit is another is taken to need the time that cases
 * of its old limit needed.
 */
final class OnTime {
    /** As many cases count for what is general. */
    static final int GENERAL = 20;

    private final Map<Task, Ended> tasks;
    private final Map<String, Ended> units = new HashMap<>();
    private final Map<Limit, Ended> limits = new HashMap<>();
    private final Ended all = new Ended();

    /**
     * What a unit has to do within a time.
     *
     * @param limit none if the filing standard no longer has the row
     */
    record Task(String unit, @Nullable Limit limit) {}

    /** Cases whose handling ended, and how much of their limit they had needed. */
    static final class Ended {
        /** Of a twentieth of the limit each; the last is for all that took longer. */
        static final int SLICES = 61;

        private static final double SLICES_A_LIMIT = 20;

        long cases;
        long onTime;
        private final long[] needed = new long[SLICES];

        /** @param slice from 0 */
        void add(int slice, long cases, long onTime) {
            this.cases += cases;
            this.onTime += onTime;
            needed[Math.max(0, Math.min(SLICES - 1, slice))] += cases;
        }

        void add(Ended more) {
            cases += more.cases;
            onTime += more.onTime;
            for (int i = 0; i < SLICES; i++) {
                needed[i] += more.needed[i];
            }
        }

        /** How many needed no more than so many times their limit. */
        double within(double times) {
            double slices = times * SLICES_A_LIMIT;
            double sum = 0;
            for (int i = 0; i < SLICES - 1 && i < slices; i++) {
                sum += needed[i] * Math.min(1, slices - i);
            }
            return sum;
        }
    }

    OnTime(Map<Task, Ended> ended) {
        this.tasks = ended;
        ended.forEach((task, more) -> {
            units.computeIfAbsent(task.unit(), any -> new Ended()).add(more);
            if (task.limit() != null) {
                limits.computeIfAbsent(task.limit(), any -> new Ended()).add(more);
            }
            all.add(more);
        });
    }

    Ended all() {
        return all;
    }

    Ended of(String unit) {
        return Objects.requireNonNullElseGet(units.get(unit), Ended::new);
    }

    /**
     * @param was the limit by the tables of then, if it had one
     * @return 0 to 1; 0 if nothing has ended from which to learn
     */
    double share(Task task, @Nullable Limit was) {
        if (all.cases == 0) {
            return 0;
        }
        Limit now = task.limit();
        double times = was == null || now == null || was.equals(now) ? 1 : times(was, now);
        Limit like = times == 1 ? now : was;
        double general = share(all, times, (double) all.onTime / all.cases);
        double limit = share(like == null ? null : limits.get(like), times, general);
        double unit = share(units.get(task.unit()), times, general);
        double expected = Math.max(0, Math.min(1, limit + unit - general));
        return share(tasks.get(new Task(task.unit(), like)), times, expected);
    }

    /** By what really happened with such a limit; with another by the time that was needed. */
    private static double share(@Nullable Ended ended, double times, double towards) {
        if (ended == null) {
            return towards;
        }
        double good = times == 1 ? ended.onTime : ended.within(times);
        return (good + GENERAL * towards) / (ended.cases + GENERAL);
    }

    /** How many times as long; 1 between times that do not run alike. */
    private static double times(Limit was, Limit now) {
        return works(was) == works(now) ? (double) millis(now) / millis(was) : 1;
    }

    private static boolean works(Limit it) {
        return it.kind() == LimitKind.WORKING_HOURS || it.kind() == LimitKind.WORKING_DAYS;
    }

    /** In counted time: a working day has eight hours. */
    static long millis(Limit it) {
        long hours =
                switch (it.kind()) {
                    case URGENT_HOURS, WORKING_HOURS -> 1;
                    case CALENDAR_DAYS -> 24;
                    case WORKING_DAYS -> 8;
                };
        return it.amount() * hours * 3_600_000L;
    }
}
