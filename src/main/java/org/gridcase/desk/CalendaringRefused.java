package org.gridcase.desk;

import org.gridcase.shared.Refusal;

/** A calendar that this administrator may not change. */
public class CalendaringRefused extends Refusal {

    private CalendaringRefused(Kind kind, String key) {
        super(kind, key);
    }

    static CalendaringRefused notTheirs() {
        return new CalendaringRefused(Kind.FORBIDDEN, "desk.calendars.notTheirs");
    }

    static CalendaringRefused noDistrict() {
        return new CalendaringRefused(Kind.NOT_FOUND, "desk.calendars.noDistrict");
    }
}
