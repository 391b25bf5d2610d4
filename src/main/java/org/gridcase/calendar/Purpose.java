package org.gridcase.calendar;

/** What hours of a day are for. */
public enum Purpose {
    /** People work. */
    WORK,
    /** Work may be noisy; outside of them noise is banned. */
    NOISE
}
