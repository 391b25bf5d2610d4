package org.gridcase.clock;

import java.time.Duration;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;

/** How a clock's time counts, whichever calendar that is by. */
public enum Counted {
    CONTINUOUS,
    /** Working time by the district's calendar. */
    WORKING,
    /** Day and night, but for the hours in which noise is banned. */
    NOT_AT_NIGHT;

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

    /** For a noisy class: hours that would run day and night stand at night; days are long enough for it. */
    Counted ifNoisy(Limit limit) {
        return limit.kind() == LimitKind.URGENT_HOURS ? NOT_AT_NIGHT : this;
    }

    /** How much of it makes a day. */
    Duration day(Calendars calendars, String district) {
        return this == WORKING ? calendars.of(district).day() : Duration.ofDays(1);
    }

    public Counting by(Calendars calendars, String district) {
        return switch (this) {
            case CONTINUOUS -> Counting.CONTINUOUS;
            case WORKING -> Counting.by(calendars.of(district));
            case NOT_AT_NIGHT -> Counting.by(calendars.noisy(district));
        };
    }
}
