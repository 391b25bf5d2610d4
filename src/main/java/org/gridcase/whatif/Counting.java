package org.gridcase.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.gridcase.calendar.WorkingCalendar;

/** Time as limits count it: round the clock, or only while people work. */
final class Counting {
    private final Function<String, WorkingCalendar> calendars;
    private final ZoneId zone;

    Counting(Function<String, WorkingCalendar> calendars, ZoneId zone) {
        this.calendars = calendars;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    static boolean working(String limit) {
        return limit.contains("WORKING");
    }

    long between(String district, String limit, long from, long to) {
        return working(limit)
                ? calendars
                        .apply(district)
                        .between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))
                        .toMillis()
                : to - from;
    }

    long after(String district, String limit, long from, long millis) {
        return working(limit)
                ? calendars
                        .apply(district)
                        .after(Instant.ofEpochMilli(from), Duration.ofMillis(millis))
                        .toEpochMilli()
                : from + millis;
    }

    /** How much may be used up: {@code 4 WORKING_HOURS} as milliseconds of its own kind. */
    long budget(String district, String limit) {
        if (limit.isEmpty()) {
            return Long.MAX_VALUE;
        }
        String[] parts = limit.split(" ");
        long amount = Long.parseLong(parts[0]);
        return switch (parts[1]) {
            case "WORKING_DAYS" -> amount * calendars.apply(district).day().toMillis();
            case "CALENDAR_DAYS" -> amount * 24 * Hours.HOUR;
            default -> amount * Hours.HOUR;
        };
    }

    /** By night people are few, and what comes then may take longer. */
    boolean night(long at) {
        int hour = Hours.of(at, zone) % 24;
        return hour < 7 || hour >= 22;
    }
}
