package org.gridcase.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.workflow.FlowModel;
import org.jspecify.annotations.Nullable;

/**
 * Learns from what happened: for each step how long it took and how it came out; whether people did one after another or
 * several side by side; how many of them were there in which hour of the week.
 *
 * <p>Nobody writes down when work on a case begins. Where one after another is done, it began when the case was there
 * and the one before was done; where cases overtake each other in the same hands, several are in hand at once, and only
 * the whole stay is known.
 */
final class Learning {
    /** More overtaking than this is no queue. */
    private static final double OVERTAKING = 0.15;

    private static final int ENOUGH_PAIRS = 20;
    private static final int ENOUGH_FOR_HOURS = 200;
    private static final double QUIET = 0.1;

    private final FlowModel flow;
    private final Counting counting;
    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    /** @param flow the model in force, which says whose the steps are */
    Learning(FlowModel flow, Counting counting) {
        this.flow = flow;
        this.counting = counting;
        flow.tasks().forEach(task -> {
            roles.put(task.id(), task.role().orElse(""));
            places.put(task.id(), task.placeVariable());
        });
    }

    /** Whether the model in force has that step. */
    private boolean knows(Visit visit) {
        return roles.containsKey(visit.step());
    }

    private String role(Visit visit) {
        return roles.getOrDefault(visit.step(), "");
    }

    Habits from(List<Arrival> arrivals, List<Visit> visits) {
        List<Visit> all = visits.stream().filter(this::knows).toList();
        var habits = new Habits();
        hours(all, habits);
        Set<String> sideBySide = sideBySide(all);
        seats(arrivals, all, sideBySide, habits);
        Map<Visit, Split> splits = splits(all, habits);
        for (Visit visit : all) {
            boolean side = sideBySide.contains(visit.step());
            Habit habit = habits.step(visit.step(), side);
            habit.cameOut(visit.outcome(), visit.again());
            if (!visit.stood()) {
                Arrival arrival = arrivals.get(visit.arrival());
                Split split = splits.get(visit);
                if (side || split == null) {
                    habit.took(
                            counting.between(arrival.district(), visit.limit(), visit.from(), visit.to()),
                            key(arrival.district(), visit.limit(), counting.night(visit.from())));
                } else {
                    habit.took(split.work(), arrival.district());
                }
            }
        }
        return habits;
    }

    /** What the time of a step hangs on. */
    static String key(String district, String limit, boolean night) {
        return limit.isEmpty() ? district + (night ? " night" : " day") : limit;
    }

    /** A stay in two: waiting for somebody, and being worked on. */
    record Split(long idle, long work) {}

    /** As if everybody did one after another, and nothing outside of their hours. */
    Map<Visit, Split> splits(List<Visit> visits, Habits habits) {
        Map<Visit, Split> splits = new HashMap<>();
        for (List<Visit> own : byActor(visits).values()) {
            own.sort(Comparator.comparingLong(Visit::to));
            long free = Long.MIN_VALUE;
            for (Visit visit : own) {
                long start = Math.max(visit.from(), free);
                long work = Math.min(visit.stay(), openTime(role(visit), start, visit.to(), habits));
                splits.put(visit, new Split(visit.stay() - work, work));
                free = Math.max(free, visit.to());
            }
        }
        return splits;
    }

    private long openTime(String role, long from, long to, Habits habits) {
        long sum = 0;
        for (long at = from; at < to; at = Math.min(to, Hours.next(at))) {
            if (habits.isOpen(role, Hours.of(at, counting.zone()))) {
                sum += Math.min(to, Hours.next(at)) - at;
            }
        }
        // whoever works outside of the usual hours works all the same
        return sum == 0 ? Math.min(to - from, Hours.HOUR) : sum;
    }

    private static Map<Integer, List<Visit>> byActor(List<Visit> visits) {
        Map<Integer, List<Visit>> own = new HashMap<>();
        visits.forEach(visit ->
                own.computeIfAbsent(visit.actor(), any -> new ArrayList<>()).add(visit));
        return own;
    }

    /** In which hours of the week a role's work gets done at all. */
    private void hours(List<Visit> visits, Habits habits) {
        Map<String, int[]> done = new HashMap<>();
        for (Visit visit : visits) {
            String role = role(visit);
            done.computeIfAbsent(role, any -> new int[Hours.WEEK])[Hours.of(visit.to(), counting.zone())]++;
        }
        done.forEach((role, counts) -> {
            int sum = 0;
            int hours = 0;
            for (int count : counts) {
                sum += count;
                hours += count > 0 ? 1 : 0;
            }
            boolean[] open = Hours.always();
            for (int i = 0; sum >= ENOUGH_FOR_HOURS && i < Hours.WEEK; i++) {
                open[i] = counts[i] > 0 && counts[i] >= QUIET * sum / hours;
            }
            habits.open(role, open);
        });
    }

    /** Steps at which cases overtake each other in the same hands. */
    Set<String> sideBySide(List<Visit> visits) {
        Map<String, int[]> pairs = new HashMap<>();
        for (List<Visit> own : byActor(visits).values()) {
            own.sort(Comparator.comparingLong(Visit::from).thenComparingLong(Visit::to));
            for (int i = 1; i < own.size(); i++) {
                Visit before = own.get(i - 1);
                Visit after = own.get(i);
                if (before.step().equals(after.step()) && after.from() < before.to() && after.from() > before.from()) {
                    int[] counts = pairs.computeIfAbsent(before.step(), any -> new int[2]);
                    counts[0]++;
                    counts[1] += after.to() < before.to() ? 1 : 0;
                }
            }
        }
        Set<String> found = new HashSet<>();
        pairs.forEach((step, counts) -> {
            if (counts[0] >= ENOUGH_PAIRS && counts[1] > OVERTAKING * counts[0]) {
                found.add(step);
            }
        });
        return found;
    }

    /** How many different people finished something at a desk in an hour, on average over the hours when anybody did. */
    private void seats(List<Arrival> arrivals, List<Visit> visits, Set<String> sideBySide, Habits habits) {
        Map<Desk, Map<Long, Set<Integer>>> seen = new HashMap<>();
        for (Visit visit : visits) {
            if (!sideBySide.contains(visit.step())) {
                var desk = new Desk(
                        role(visit), place(places.get(visit.step()), arrivals.get(visit.arrival()), visit.unit()));
                seen.computeIfAbsent(desk, any -> new HashMap<>())
                        .computeIfAbsent(visit.to() / Hours.HOUR, any -> new HashSet<>())
                        .add(visit.actor());
            }
        }
        seen.forEach((desk, hours) -> {
            var sums = new int[Hours.WEEK];
            var counts = new int[Hours.WEEK];
            int sum = 0;
            for (var hour : hours.entrySet()) {
                int of = Hours.of(hour.getKey() * Hours.HOUR, counting.zone());
                sums[of] += hour.getValue().size();
                counts[of]++;
                sum += hour.getValue().size();
            }
            int usual = Math.max(1, Math.round((float) sum / hours.size()));
            var seats = new int[Hours.WEEK];
            for (int i = 0; i < Hours.WEEK; i++) {
                seats[i] = !habits.isOpen(desk.role(), i)
                        ? 0
                        : counts[i] == 0 ? usual : Math.max(1, Math.round((float) sums[i] / counts[i]));
            }
            habits.seats(desk, seats);
        });
    }

    static String place(@Nullable String variable, Arrival at, @Nullable String unit) {
        return switch (variable == null ? "" : variable) {
            case "district" -> at.district();
            case "street" -> at.street();
            case "grid" -> at.grid();
            case "unit" -> unit == null ? at.district() : unit;
            default -> "";
        };
    }
}
