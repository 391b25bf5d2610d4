package org.gridcase.forecast;

/** What a forecast goes by. */
public enum Trait {
    /** Who handles it. */
    UNIT,
    CLASS,
    LIMIT,
    /** The hour at which its time began. */
    HOUR,
    WEEKDAY,
    SEASON,
    /** How much else the unit has to do. */
    LOAD,
    /** How much of its limit is used. */
    USED
}
