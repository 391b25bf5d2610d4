package org.gridcase.whatif;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How work went in the past, step by step, and how many did it when. */
final class Habits {
    private final Map<String, Habit> steps = new HashMap<>();
    private final Map<String, boolean[]> open = new HashMap<>();
    private final Map<Desk, int[]> seats = new HashMap<>();

    Habit step(String id, boolean sideBySide) {
        return steps.computeIfAbsent(id, any -> new Habit(sideBySide));
    }

    Optional<Habit> step(String id) {
        return Optional.ofNullable(steps.get(id)).filter(habit -> habit.visits() > 0);
    }

    Set<String> steps() {
        return steps.keySet();
    }

    /** When people of that role work: by the hours of a week. */
    void open(String role, boolean[] hours) {
        open.put(role, hours);
    }

    /** How many work at that desk, by the hours of a week. */
    void seats(Desk desk, int[] hours) {
        seats.put(desk, hours);
    }

    /** How many work there in that hour; where nobody was ever seen, one while others of the role work. */
    int seats(Desk desk, int hour) {
        int[] known = seats.get(desk);
        return known != null ? known[hour] : isOpen(desk.role(), hour) ? 1 : 0;
    }

    boolean isOpen(@Nullable String role, int hour) {
        boolean[] hours = open.get(role);
        return hours == null || hours[hour];
    }

    int desks() {
        return seats.size();
    }
}
