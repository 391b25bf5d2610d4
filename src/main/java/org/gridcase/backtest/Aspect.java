package org.gridcase.backtest;

/** What may become another for a case. */
public enum Aspect {
    /** Service code; empty: none. */
    CLASS,
    /** Whether the table names the class, {@code table}, or a person is asked, {@code person}. */
    CLASSIFIER,
    /** {@code minor}, {@code filed}; empty: neither. */
    MINOR,
    /** Kind of the unit; empty: no unit handles it. */
    UNIT_KIND,
    /** Code of the unit; empty: none handles it. */
    UNIT,
    /** Of handling, as {@code 4 WORKING_HOURS}; empty: none. */
    LIMIT
}
