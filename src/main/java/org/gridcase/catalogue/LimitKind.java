package org.gridcase.catalogue;

/** How a limit's time runs. */
public enum LimitKind {
    /** 紧急工作时: hours, day and night */
    URGENT_HOURS,
    /** 自然日: days of 24 hours, holidays too */
    CALENDAR_DAYS,
    /** 工作时: hours within working time */
    WORKING_HOURS,
    /** 工作日: days of eight working hours */
    WORKING_DAYS
}
