package org.gridcase.whatif;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/** The hours of a week, counted from Monday at midnight on the city's clocks. */
final class Hours {
    static final int WEEK = 168;
    static final long HOUR = 3_600_000L;

    private Hours() {}

    static int of(long at, ZoneId zone) {
        var local = Instant.ofEpochMilli(at).atZone(zone);
        return (local.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * 24 + local.getHour();
    }

    static boolean[] always() {
        var all = new boolean[WEEK];
        Arrays.fill(all, true);
        return all;
    }

    /** The next full hour. */
    static long next(long at) {
        return (at / HOUR + 1) * HOUR;
    }
}
