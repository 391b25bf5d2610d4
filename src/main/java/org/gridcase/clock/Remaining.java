package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridcase.calendar.Stretch;

/**
 * What is left of a running clock now, and when it will go on running: enough to count it down without asking again.
 *
 * @param left less than nothing once it is overdrawn
 * @param day how much counted time people call a day
 * @param counts when it counts from now on, for {@link #AHEAD}
 */
public record Remaining(Instant now, Lamp lamp, Duration left, Counted counted, Duration day, List<Stretch> counts) {
    public static final Duration AHEAD = Duration.ofDays(1);
}
