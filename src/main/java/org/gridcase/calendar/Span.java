package org.gridcase.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** From one time of the day to a later one, whole minutes; midnight as an end is that of the next day. */
public record Span(LocalTime from, LocalTime to) {

    /** @throws CalendarRefused unless it has a length and whole minutes */
    public Span {
        if (minute(to) <= minute(from) && !to.equals(LocalTime.MIDNIGHT)) {
            throw CalendarRefused.emptySpan(from, to);
        }
        if (from.getSecond() + from.getNano() + to.getSecond() + to.getNano() != 0) {
            throw CalendarRefused.emptySpan(from, to);
        }
    }

    Duration length() {
        return Duration.ofMinutes(end() - minute(from));
    }

    /** Minutes since midnight, 1,440 for the day's end. */
    int end() {
        return to.equals(LocalTime.MIDNIGHT) ? 1_440 : minute(to);
    }

    int start() {
        return minute(from);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
