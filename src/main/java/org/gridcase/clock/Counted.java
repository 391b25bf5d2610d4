package org.gridcase.clock;

import java.time.Duration;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.catalogue.Limit;

/** How a clock's time counts, whichever calendar that is by. */
public enum Counted {
    CONTINUOUS,
    WORKING;

    public static Counted of(Limit limit) {
        return switch (limit.kind()) {
            case URGENT_HOURS, CALENDAR_DAYS -> CONTINUOUS;
            case WORKING_HOURS, WORKING_DAYS -> WORKING;
        };
    }

    /** A limit as counted time; a working day is as long as that calendar's. */
    public static Duration amount(Limit limit, WorkingCalendar calendar) {
        return switch (limit.kind()) {
            case URGENT_HOURS, WORKING_HOURS -> Duration.ofHours(limit.amount());
            case CALENDAR_DAYS -> Duration.ofDays(limit.amount());
            case WORKING_DAYS -> calendar.day().multipliedBy(limit.amount());
        };
    }

    public Counting by(WorkingCalendar calendar) {
        return this == CONTINUOUS ? Counting.CONTINUOUS : Counting.by(calendar);
    }
}
